#!/usr/bin/env python3
"""Checks a receipt's proof without Cutscore: check_receipt.py receipt.json [VKEY]
Ed25519 by the openssl command, SHA-256 and HMAC by Python's own library. With VKEY, the log's key you hold already;
without it the key in the file is used, which proves only that the file agrees with itself.
Exit 0 sound, 1 not sound, 2 unreadable."""
import base64, hashlib, hmac, json, os, subprocess, sys, tempfile

class Unsound(Exception):
    pass

def require(met, what):
    if not met:
        raise Unsound(what)

def b64(text):
    content = base64.b64decode(text, validate=True)
    require(base64.b64encode(content).decode() == text, "not the one Base 64 text of its content")
    return content

def canonical(value):  # enough of RFC 8785 for texts, whole numbers and ASCII names
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

def signed(key, message, signature):
    with tempfile.TemporaryDirectory() as at:
        files = {"key": bytes.fromhex("302a300506032b6570032100") + key, "message": message, "signature": signature}
        for name, content in files.items():
            with open(os.path.join(at, name), "wb") as out:
                out.write(content)
        return subprocess.run(
            ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key", "-rawin", "-in", "message",
             "-sigfile", "signature"], cwd=at, capture_output=True).returncode == 0

def root(index, size, path, leaf):  # RFC 9162, section 2.1.3.2
    node, last, at = index, size - 1, leaf
    for beside in path:
        require(last > 0, "the path is too long")
        if node & 1 or node == last:
            at = hashlib.sha256(b"\1" + beside + at).digest()
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            at = hashlib.sha256(b"\1" + at + beside).digest()
        node, last = node >> 1, last >> 1
    require(last == 0, "the path is too short")
    return at

def check(file, pinned):
    proof = json.loads(file.decode())
    require(canonical(proof) == file, "not canonical: the file was changed")
    require(proof["format"] == "cutscore-receipt-proof/1", "not a receipt's proof")
    require(set(proof) <= {"checkpoint", "declared", "entry", "format", "index", "key", "path"}, "strange members")
    require(pinned in (None, proof["key"]), "the key in the file is not the key that was given")
    name, mark, typed = (pinned or proof["key"]).split("+", 2)
    typed = b64(typed)
    require(hashlib.sha256(name.encode() + b"\n" + typed).digest()[:4].hex() == mark and typed[0] == 1, "not a key")
    text, _, lines = proof["checkpoint"].rpartition("\n\n")
    origin, size, tree = (text := text + "\n").split("\n")[:3]
    blobs = [b64(line.split(" ")[2]) for line in lines.splitlines() if line.startswith("\u2014 " + name + " ")]
    ours = [blob[4:] for blob in blobs if blob[:4].hex() == mark]
    require(ours and all(signed(typed[1:], text.encode(), one) for one in ours), "this key did not sign the checkpoint")
    require(origin == name and 0 <= proof["index"] < int(size), "another log, or no such entry")
    entry = b64(proof["entry"])
    leaf = hashlib.sha256(b"\0" + entry).digest()
    require(root(proof["index"], int(size), [b64(one) for one in proof["path"]], leaf) == b64(tree), "not in that tree")
    act, own = json.loads(entry.decode()), proof.get("declared")
    print(act["kind"], act["body"].get("session"), act["body"].get("province"), act["body"].get("ground"), act["at"])
    if own:
        opened = hmac.new(b64(own["salt"]), canonical(own["record"]), hashlib.sha256).hexdigest()
        require(opened == act["body"].get("commitment"), "the declaration enclosed does not open the commitment")
        same = all(own["record"][m] == act["body"][m] for m in ("session", "ground"))
        require(same and own["record"]["arrivedAt"][:19] == act["at"][:19], "declaration and entry do not say the same")

try:
    with open(sys.argv[1], "rb") as given:
        check(given.read(), sys.argv[2] if len(sys.argv) > 2 else None)
except Unsound as why:
    sys.exit(print("not sound:", why) or 1)
except (OSError, ValueError, LookupError, TypeError, AttributeError) as why:
    sys.exit(print("unreadable:", repr(why), file=sys.stderr) or 2)
sys.exit(print("sound") or 0)
