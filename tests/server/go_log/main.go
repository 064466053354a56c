// A log made with Go's own packages (golang.org/x/mod/sumdb/note and tlog), which asks a witness to sign it as it grows,
// and checks each signature as c2sp.org/tlog-cosignature says. In the end it shows another history, which must not be
// signed.
//
//	go run . URL WITNESS-KEY SEED         prints "signed N, refused M"; SEED: 64 hexadecimal digits
//	go run . key SEED                     prints the log's key
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"

	"filippo.io/torchwood"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const origin = "go-log.example/one"

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// The witness's key as a verifier of its cosignatures.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }
func (c cosigner) Verify(text, signature []byte) bool {
	if _, err := torchwood.ParseCheckpoint(string(text)); err != nil || len(signature) != 72 {
		return false
	}
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(signature), text)
	return ed25519.Verify(c.key, []byte(signed), signature[8:])
}

func cosignerOf(vkey string) cosigner {
	parts := strings.SplitN(vkey, "+", 3)
	key, err := base64.StdEncoding.DecodeString(parts[2])
	must(err)
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	if hex.EncodeToString(sum[:4]) != parts[1] || key[0] != 4 {
		must(fmt.Errorf("%s is no witness's key", vkey))
	}
	return cosigner{parts[0], binary.BigEndian.Uint32(sum[:4]), key[1:]}
}

type history struct{ hashes []tlog.Hash }

func (h *history) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, at := range indexes {
		out[i] = h.hashes[at]
	}
	return out, nil
}

func (h *history) grow(from, to int64, word string) {
	for n := from; n < to; n++ {
		more, err := tlog.StoredHashes(n, []byte(fmt.Sprint(word, n)), h)
		must(err)
		h.hashes = append(h.hashes, more...)
	}
}

type asker struct {
	url    string
	signer note.Signer
	known  note.Verifiers
}

// The status, and whether the answer has a good signature of the witness.
func (a asker) ask(h *history, old, size int64) (int, bool) {
	root, err := tlog.TreeHash(size, h)
	must(err)
	text := torchwood.Checkpoint{Origin: origin, Tree: tlog.Tree{N: size, Hash: root}}.String()
	signed, err := note.Sign(&note.Note{Text: text}, a.signer)
	must(err)
	body := fmt.Sprintf("old %d\n", old)
	if old > 0 {
		proof, err := tlog.ProveTree(size, old, h)
		must(err)
		for _, hash := range proof {
			body += hash.String() + "\n"
		}
	}
	answer, err := http.Post(a.url+"/add-checkpoint", "text/plain", strings.NewReader(body+"\n"+string(signed)))
	must(err)
	defer answer.Body.Close()
	lines, err := io.ReadAll(answer.Body)
	must(err)
	opened, err := note.Open(append(signed, lines...), a.known)
	return answer.StatusCode, err == nil && len(opened.Sigs) == 1
}

func main() {
	seed, err := hex.DecodeString(os.Args[len(os.Args)-1])
	must(err)
	private := ed25519.NewKeyFromSeed(seed)
	vkey, err := note.NewEd25519VerifierKey(origin, private.Public().(ed25519.PublicKey))
	must(err)
	if os.Args[1] == "key" {
		fmt.Println(vkey)
		return
	}
	secret := base64.StdEncoding.EncodeToString(append([]byte{1}, seed...))
	signer, err := note.NewSigner("PRIVATE+KEY+" + origin + "+" + strings.Split(vkey, "+")[1] + "+" + secret)
	must(err)
	a := asker{os.Args[1], signer, note.VerifierList(cosignerOf(os.Args[2]))}
	real, signed, refused := &history{}, 0, 0
	var size int64
	for _, next := range []int64{1, 2, 3, 7, 8, 8, 64, 65, 255, 256, 257, 600} {
		real.grow(size, next, "entry ")
		status, good := a.ask(real, size, next)
		if status != 200 || !good {
			must(fmt.Errorf("from %d to %d: %d, signed: %t", size, next, status, good))
		}
		size = next
		signed++
	}
	fork := &history{hashes: first(real, 300)}
	fork.grow(300, 900, "another ")
	for _, next := range []int64{600, 601, 700, 900} {
		status, good := a.ask(fork, size, next)
		if (status != 409 && status != 422) || good {
			must(fmt.Errorf("another history of %d: %d, signed: %t", next, status, good))
		}
		refused++
	}
	for _, old := range []int64{0, 1, 599} {
		status, good := a.ask(real, old, size)
		if status != 409 || good {
			must(fmt.Errorf("from %d: %d, signed: %t", old, status, good))
		}
		refused++
	}
	fmt.Printf("signed %d, refused %d\n", signed, refused)
}

// The stored hashes of the first `size` entries.
func first(h *history, size int64) []tlog.Hash {
	return append([]tlog.Hash(nil), h.hashes[:tlog.StoredHashCount(size)]...)
}
