#pragma once

// The style of the shopper's page: one column, the answer large; for light and dark screens, and for print. Constant;
// any thread reads it.
namespace temsao::serve {

inline constexpr auto product_style = R"css(
:root{--paper:#FBF8F2;--ink:#1B2622;--soft:#4b5a54;--line:#DDD6C8;--accent:#0E5A47;--gold:#B97A00;
--valid:#0E5A47;--check:#8A5A00;--invalid:#A4161A;--inconclusive:#475569;--ground:#fff}
@media(prefers-color-scheme:dark){:root{--paper:#131a17;--ink:#eef2ee;--soft:#a9b8b0;--line:#33403a;--accent:#7fd0b4;
--gold:#f0b93a;--valid:#7fd0b4;--check:#f0b93a;--invalid:#ff9a94;--inconclusive:#b3c0cf;--ground:#1b2420}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 "Be Vietnam Pro",system-ui,sans-serif}
header,main{max-width:36rem;margin:auto;padding:0 16px}
header{display:flex;justify-content:space-between;align-items:center;min-height:56px;font-size:14px;color:var(--soft)}
header a{color:var(--accent);min-height:48px;min-width:48px;display:inline-flex;align-items:center;justify-content:flex-end}
a:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
h1{font-size:28px;line-height:1.2;margin:16px 0 8px;text-wrap:balance}
.by{margin:0 0 16px;color:var(--soft)}
.stars{display:flex;gap:4px;margin:0 0 16px}.stars svg{width:36px;height:36px}
.stars path{fill:none;stroke:var(--gold);stroke-width:1.5;stroke-linejoin:round}.stars .on path{fill:var(--gold)}
.answer{background:var(--ground);border-left:6px solid var(--tone);border-radius:8px;padding:16px;margin:0 0 24px}
.valid{--tone:var(--valid)}.check{--tone:var(--check)}.invalid{--tone:var(--invalid)}.inconclusive{--tone:var(--inconclusive)}
.answer h2{font-size:28px;line-height:1.2;margin:0 0 8px;color:var(--tone)}
.answer h2::before{display:inline-block;margin-right:12px}
.valid h2::before{content:"✓"}.check h2::before{content:"◉"}.invalid h2::before{content:"■"}.inconclusive h2::before{content:"?"}
.answer p,.answer ul{margin:0}.answer ul{padding:8px 0 0 20px}.answer li+li{margin-top:8px}
dl{margin:0 0 24px;border-top:1px solid var(--line)}
dl div{display:grid;grid-template-columns:9rem minmax(0,1fr);gap:12px;padding:8px 0;border-bottom:1px solid var(--line)}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
details{border-bottom:1px solid var(--line);margin:0 0 16px}
summary{cursor:pointer;min-height:48px;display:flex;align-items:center;color:var(--accent);font-weight:600}
summary::before{content:"+";width:1.5em}details[open] summary::before{content:"–"}
summary::-webkit-details-marker{display:none}
details p{margin:0 0 16px}
main>ol{padding-left:24px}main>ol li{margin:0 0 16px}
.button{display:inline-flex;align-items:center;min-height:48px;padding:0 16px;border:2px solid var(--accent);border-radius:8px;
color:var(--accent);font-weight:600;text-decoration:none;overflow-wrap:anywhere}
.lot{margin:16px 0 0;font-weight:600;color:var(--valid)}.story{padding:0;list-style:none}
.story span{color:var(--soft);font-variant-numeric:tabular-nums;margin-right:8px}main>ol.story{padding:0}main>ol.story li{margin:0 0 8px}
form h2,main>h2{font-size:20px;line-height:1.3;margin:0 0 8px}form h2{margin:0 0 16px}
form{background:var(--ground);border:1px solid var(--line);border-radius:8px;padding:16px;margin:0 0 16px}
fieldset{border:0;margin:0;padding:0;min-width:0}legend,form>label{display:block;padding:0;margin:16px 0 4px;font-weight:600}
legend{margin:0 0 4px}fieldset label{display:flex;gap:12px;align-items:center;min-height:48px;padding:4px 0;line-height:1.35;cursor:pointer}
fieldset label+label{border-top:1px solid var(--line)}
input[type=radio]{flex:none;width:24px;height:24px;margin:0;accent-color:var(--accent)}
textarea,form>input{display:block;width:100%;min-height:48px;padding:10px 12px;border:1px solid var(--soft);border-radius:8px;
background:var(--paper);color:inherit;font:inherit}textarea{resize:vertical}
textarea:focus-visible,input:focus-visible,button:focus-visible,.button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.hint{font-size:14px;color:var(--soft);margin:4px 0 0}form .hint:last-child{margin:12px 0 0}
button.button{width:100%;justify-content:center;margin:24px 0 0;background:var(--accent);color:var(--paper);font:inherit;font-weight:600;cursor:pointer}
.maker{margin:0 0 24px}.maker h2{font-size:20px;line-height:1.3;margin:24px 0 12px}
.maker img{display:block;width:auto;max-width:100%;height:auto;max-height:24rem;margin:0 0 12px;border-radius:8px}
.maker blockquote{margin:0;padding:0 0 0 12px;border-left:3px solid var(--line);overflow-wrap:anywhere}.maker blockquote p{margin:0}
.maker .hint{margin:12px 0 0}
.told{--tone:var(--accent);margin-top:16px}.last{margin:24px 0 40px}
.note{font-size:14px;color:var(--soft);margin:0 0 40px}
@media print{body{background:#fff}header a,details{display:none}.answer{border:1px solid #000}}
)css";

} // namespace temsao::serve
