#pragma once
// The shapes of what the server takes and gives, for openapi.json and the pages' types. Constant; any thread reads it.

#include <string_view>

namespace temsao::serve {

// A line that is not indented names a shape; the lines under it are its members, `?` behind a member that may be
// absent. Types: text, whole (a number), number, flag, day (2026-11-24), any, "words" that are the only ones, the name
// of a shape. Behind a type: [] a list, [4] a list of four, {} by name, and `or null`. Lengths are in millimetres,
// times in seconds since 1970 UTC. What follows # is for the reader.
inline constexpr std::string_view shape_table = R"(
# every answer
Problem
  type title: text
  status: whole
  detail code: text
Health
  status: "ok" "degraded"               # degraded: the store does not answer; what needs it fails
  version: text
OpenApi = any
VerdictWord = "valid" "inconclusive" "check" "invalid"
Severity = "info" "check" "invalid"
Finding
  axis code: text
  severity: Severity
  message rule: text
  span?: Span
  box?: number[4]  # what it is about: left, top, width, height in mm; only in a preview
Span
  start length: whole

# sessions and audit entries
Role = "producer" "inspector" "office" "admin"
SignIn
  name password: text
NewPassword
  password new_password: text           # the present one, and the next one
Session
  user: text or null
  role?: Role
  producer?: text or null
  csrf?: text
Deeds
  deeds: Deed[]
  next: text or null
Deed
  id: text
  at: whole
  account: text or null
  action subject: text

# products and designs
Products
  source: text
  as_of: day
  products: Product[]
  next?: text or null
Product
  key: text
  gtin: text or null
  name producer: text
  address?: text  # for who is signed in
  group: "food" "beverage" "medicinal" "handicraft" "ornamental" "tourism" "unknown"
  stars: whole
  certificate issuer: text
  issued valid_to: day
  status: text
ProductFacts
  product: Product
  certificates: Certificate[]
  may_print: flag
  why: text or null
  last_print_day: day or null
  facts?: text{}
Certificate
  stars: whole
  certificate issuer: text
  issued valid_to: day
  status: text
  ended_by: text or null
Templates = Template[]
Template
  name title: text
  width_mm height_mm: number
  size: number[2]
Stocks = Stock[]
Stock
  name title id words: text
  kind: "sheet" "roll"
  labels columns rows: whole
  sheet_mm first_mm pitch_mm sticker_mm: number[2]
  gap_mm: number
  measured: flag
  source: text
  date: day
  free: text[]

# labels, print runs, serial numbers, printers
LabelPreview
  svg: text
  size: number[2]
  uri: text
  module_mm: number
  findings: Finding[]
RunId
  id: text
Runs
  runs: Run[]
  next: text or null
Run
  id: text
  at: whole
  account: text
  producer: text or null
  request: text{}
  state: "waiting" "running" "done" "failed" "cancelled"
  done total: whole
  findings: Finding[]
  pages: whole or null
  error: RunError or null
  files: whole
  labels?: PrintedLabel[] or null
PrintedLabel
  key uri: text
  serial: text or null
  version: whole
  module_mm: number
  count: whole
  printable_until: day
RunError
  cause id message: text
SerialState = "reserved" "printed" "voided" "reissued" "sent" "unknown"
Serial
  serial: text
  check: text or null
  product: text
  name producer: text or null
  lot: text
  state: SerialState
  certificate: text
  at: day
SerialChange
  serial: text
  state: SerialState
  by? check? product? lot?: text
Printers = Printer[]
Printer
  name: text
  dpi: whole
  right_mm down_mm across_scale down_scale turn_degrees: number
Calibration
  printer: text
  dpi: whole
  right_mm down_mm across_scale down_scale turn_degrees: number
TestSheet
  paper_mm: number[2]
  nominal_mm: number[]

# checks of codes and photos
Texts
  texts: text[]
  date?: day
Checks
  tool: text
  date: day
  list: CheckedList or null
  files: CheckedFile[]
  verdict: VerdictWord
CheckedList
  source: text
  as_of: day
  age_days: whole
  signed: flag
CheckedFile
  file: text
  labels: CheckedLabel[]
  verdict: VerdictWord
  ms: number
  passes: text[]
  page?: whole
  truncated?: flag
  orientation?: whole
  error?: text
CheckedLabel
  verdict: VerdictWord
  text kind: text
  corners: Corners
  version: whole
  ec_level: text
  mask: whole or null
  uec: number or null
  step: text
  findings: Finding[]
  badge: Badge or null
  printed?: text
  ean13?: Barcode
  trace?: TraceCode
  product?: CheckedProduct
Corners = number[2][4]
Badge
  stars: whole or null
  confidence: number
Barcode
  text: text
  corners: Corners
TraceCode
  gtin code lot serial: text or null
  made expires: day or null
  host signature: text
  lot_state?: "known" "not_reported" "beyond" "no_records" "recalled"  # only with a list that has records of lots
CheckedProduct
  key name producer: text
  stars: whole
  certificate: text
  valid_to: day
FieldChecks
  checks: FieldCheck[]
FieldCheck
  text at: text
  verdict: VerdictWord
  place?: text
Recorded
  added checks: whole
ChecksMade
  checks: CheckMade[]
  by_place: PlaceChecks[]
  next: text or null
CheckMade
  at: day
  place: text
  verdict: VerdictWord
  product lot serial inspector text: text
PlaceChecks
  place: text
  valid inconclusive check invalid: whole

# the list and its publication
Proposals = Proposal[]
Proposal
  id: text
  at: whole
  by source: text
  as_of: day
  state: "waiting" "approved" "withdrawn"
  decided_by: text or null
  map: text[]  # what was said of headings: “HDBQ=storage”
  trouble: text or null  # why the columns are not understood; then there is no report yet
  report: ImportReport or null  # null in the list of proposals too
  difference: ListDifference or null
ColumnsSaid
  map: text[]
ColumnsSeen
  columns: SeenColumn[]
  meanings: Meaning[]  # that a column can have
  sheet trouble: text or null
SeenColumn
  column heading: text
  meaning: text or null
  said: flag
  examples: text[]
Meaning
  meaning words: text
ImportReport
  source: text
  as_of: day
  version: whole or null
  products rows_read rows_accepted: whole  # read = the sum of rows
  rows: RowsByKind
  other_rows: OtherRow[]
  columns: ColumnMeaning{}  # by heading
  headings: ListColumn[]
  hidden_columns: text[]  # understood and read, though hidden in the workbook
  read_by sheet: text or null
  other_sheets: OtherSheet[]
  mended: Mending[]
  refused: RefusedRow[]
  remarks: RowRemark[]
  legacy refused_file?: text or null
  kept_revocations: whole
  doubtful_revocations: DoubtfulRevocation[]  # kept, though the certificate looks changed
  after_today: flag                           # the list's day lies ahead
  needs_yes: StepBack[]
DoubtfulRevocation
  key name certificate ended_by: text
  issued: day
StepBack = "older" "gone" "lifted"
ColumnMeaning = text or null
RowsByKind
  product refused heading group total signature empty: whole
RowRemark
  row: whole
  axis code: text
  severity: Severity
  message rule: text
  span?: Span
OtherRow
  row: whole
  kind: "heading" "group" "total" "signature"
  words: text
ListColumn
  column heading: text
  meaning: text or null
  said: flag  # by a person, now or at an earlier import
OtherSheet
  name: text
  hidden list: flag
Mending
  encoding: text
  columns: text[]
  cells: whole
  before after: text
RefusedRow
  row: whole
  column value reason remedy: text
ListDifference
  changes: ListChange[]
ListChange
  change: "added" "changed" "removed"
  weight: "revocation_lifted" "product_gone" "stars_raised" "ended" "certificate" "named" "facts" "product_new"
  key name: text
  fields: FieldChange[]
FieldChange
  field: text
  decision: text or null
  before after words: text  # words: “stars 4 → 3 (45/QĐ-UBND)”
Revoked
  version: whole
  product: Product
Published
  sequence: whole
  as_of: day
  products keys revocations bytes: whole
  root: text
  records?: PublishedRecords            # of lots; absent where nobody keeps a lot book
  witnesses?: PublishedWitnesses        # absent where the list needs none
PublishedWitnesses
  needed known: whole
PublishedRecords
  lots producers serials serials_left_out: whole

# the lot book
Lots
  lots: LotLine[]
  next: text or null
LotLine
  product lot name first last: text
  events: whole
  recalled: flag
  producer left: text or null           # whose goods, and what is left of the lot; null: not known
Lot
  product lot name: text
LotFacts
  lot: Lot
  events: LotEvent[]
LotEvent
  id kind at recorded: text
  is_day: flag                          # the hour was not told
  inputs outputs: LotPart[]
  place? party?: LotName
  item? process? report? paper? run? reason? note?: text
  passed?: flag
  started? made? expires?: day
  struck?: LotStruck
LotPart
  product lot name: text
  amount: text or null
LotName
  code name: text
LotStruck
  at reason: text
  by: text or null
LotAdded
  added: flag                           # false: it was in the book already
  lot: Lot
  event: LotEvent
  doubts: text[]
LotStruckNow
  event reason: text
  by: text or null
LotTrace
  lot: Lot
  made_of: Lot[]
  became: LotShipped[]
LotShipped
  product lot name: text
  shipped: LotDelivery[]
LotDelivery
  to code at paper: text
  amount: text or null
LotLift
  lifted: flag
  lots: Lot[]
  stay: Lot[]                           # recalled for another reason, or made of a lot that is still recalled
LotRecall
  recalled: flag
  recalled_before receivers: whole
  lots: LotShipped[]
  file letters: text or null

# what shoppers ask the office
QuestionKind = "other_goods" "dates" "stars" "place" "other"
ShoppersQuestion
  code: text                            # path and query of the code: /01/09520000010003/10/L1
  kind: QuestionKind
  words? commune?: text                 # at most 300 and 80 characters
QuestionTaken
  kind: QuestionKind
  words commune: text                   # as they are kept
Questions
  questions: Question[]
  next: text or null
  open: whole                           # how many
  made_room: whole                      # open ones that were dropped within 30 days, because there were too many
Question
  id page: text                         # page: the address that the shopper saw
  day: day
  product lot serial goods: text
  kind: QuestionKind
  said: ShoppersWords[]                 # of those who wrote something
  times: whole                          # how often it was asked on the day
  closed: QuestionClosed or null
ShoppersWords
  words commune: text
QuestionClosed
  by note: text
  on: day
QuestionNote
  note: text                            # at most 300 characters

# how producers introduce themselves on the shopper's page
IntroductionState = "waiting" "approved" "withdrawn" "replaced"
IntroductionWords
  vi: text                              # at most 400 characters, as en
  en: text                              # may be empty
IntroductionWish
  words: IntroductionWords
  picture: text or null                 # a photo in base64
  is_own: flag                          # the producer says: picture and words are our own, and who is seen agrees
Introductions
  introductions: Introduction[]
  next: text or null
Introduction
  id: text
  at: whole
  account producer: text
  words: IntroductionWords
  picture: IntroductionPicture or null  # null also once it is withdrawn or replaced
  state: IntroductionState
  decided: IntroductionDecided or null
IntroductionPicture
  address: text
  width height: whole
IntroductionDecided
  by: text
  on: day

# the log of prints
Audit
  holds: flag
  size: whole
  entries_hold: flag
  checkpoints broken_checkpoints serials_astray events_astray declarations_astray taken_astray: whole
  statements_astray unsigned_entries: whole
  behind: text or null
  lots: PrintedLot[]
  unprinted: UnprintedRun[]
PrintedLot
  certificate product lot: text
  printed ended: whole
  declared: whole or null
  state: text
UnprintedRun
  issue: whole
  product lot: text
  day: day
  labels: whole
)";

} // namespace temsao::serve
