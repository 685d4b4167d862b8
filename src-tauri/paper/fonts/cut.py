"""Cuts the Chinese, Japanese and Korean faces down to what addresses need.

Run once per change of the fonts, never at build time:

    python3 -m venv venv && venv/bin/pip install fonttools
    venv/bin/python cut.py NotoSansCJK-Regular.ttc .

What each face keeps is said by the character sets that the region's own software uses:

    JP  JIS X 0213 and code page 932 (so that the names written with U+9AD9 or U+FA11 work)
    KR  code page 949: all 11,172 syllables of Hangul, the hanja of KS X 1001, and the jamo
    TC  Big5 with HKSCS-2004
    SC  GB 2312, and every other ideograph of U+4E00..U+9FFF that none of the others has

Together they cover the whole block of unified ideographs.
"""

import pathlib
import subprocess
import sys


def encodable(*encodings):
    kept = set()
    for cp in range(0x80, 0x30000):
        if 0xD800 <= cp < 0xF900:
            continue  # surrogates and private use
        for encoding in encodings:
            try:
                chr(cp).encode(encoding)
            except UnicodeEncodeError:
                continue
            kept.add(cp)
            break
    return kept


ASCII = set(range(0x20, 0x7F))
COMMON = ASCII | set(range(0x3000, 0x3100)) | set(range(0xFF00, 0xFFF0)) | set(range(0x2010, 0x2028))
JAMO = set(range(0x1100, 0x1200)) | set(range(0xA960, 0xA980)) | set(range(0xD7B0, 0xD800))
HANGUL = set(range(0xAC00, 0xD7A4)) | set(range(0x3130, 0x3190)) | JAMO
BOPOMOFO = set(range(0x3100, 0x3130)) | set(range(0x31A0, 0x31C0))

jp = encodable("euc_jis_2004", "cp932")
kr = encodable("cp949") | HANGUL
tc = encodable("big5hkscs") | BOPOMOFO
sc = encodable("gb2312") | (set(range(0x4E00, 0xA000)) - tc - jp - kr)

source, out = sys.argv[1], pathlib.Path(sys.argv[2])
for name, face, kept in (("JP", 0, jp), ("KR", 1, kr), ("SC", 2, sc), ("TC", 3, tc)):
    listing = out / f"{name}.unicodes"
    listing.write_text("\n".join(f"{cp:X}" for cp in sorted(kept | COMMON)))
    subprocess.run(
        [
            pathlib.Path(sys.executable).parent / "pyftsubset",
            source,
            f"--font-number={face}",
            f"--unicodes-file={listing}",
            f"--output-file={out / f'NotoSans{name}-Regular.otf'}",
            "--no-hinting",
            "--layout-features=ccmp,kern,mark,mkmk,ljmo,vjmo,tjmo",
            "--drop-tables+=VORG,vhea,vmtx,BASE,DSIG",
            "--name-IDs=0,1,2,5,13,14",
            "--notdef-outline",
        ],
        check=True,
    )
    listing.unlink()
