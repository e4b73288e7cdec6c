#!/usr/bin/env python3
"""Makes the fonts that the PDF writer embeds from the published ones.

usage: prepare-fonts.py SOURCE_TTF TARGET_TTF [--tabular | --japanese | --korean] [--name FAMILY]
       (needs fonttools; nothing in the build runs this)

The PDF writer maps characters to glyphs one by one and knows no OpenType features. What it should profit from is
therefore brought into tables that it reads: tabular figures become the default figures (--tabular), and the pair
kerning of GPOS becomes a plain "kern" table. Scripts that no briefing is written in, hints and layout tables go.
The Japanese and Korean fonts step in for names: they keep the characters of JIS X 0208 and KS X 1001.
A font whose name is reserved may not keep it when it is changed: --name gives it another.
"""
import sys
from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

CHARACTERS = [
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x0259, 0x0259), (0x02B0, 0x02FF), (0x0300, 0x036F),
    (0x0370, 0x03FF), (0x0400, 0x052F), (0x1E00, 0x1EFF), (0x1F00, 0x1FFF), (0x2000, 0x206F),
    (0x2070, 0x209F), (0x20A0, 0x20CF), (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF),
    (0x2300, 0x23FF), (0x2460, 0x24FF), (0x2500, 0x27BF), (0x2900, 0x297F), (0x2B00, 0x2BFF),
]
# pairs beyond these are too rare to be worth the table
KERNED = [(0x0020, 0x007E), (0x00C0, 0x00FF), (0x2013, 0x2026)]
MOST_PAIRS = 5000


def national(encoding, scripts):
    """The characters of a national two-byte set, as its EUC encoding lists them, as far as they belong to these blocks."""
    found = []
    for lead in range(0xA1, 0xFF):
        for trail in range(0xA1, 0xFF):
            try:
                code = ord(bytes((lead, trail)).decode(encoding))
            except (UnicodeDecodeError, TypeError):
                continue
            if any(low <= code <= high for low, high in scripts):
                found.append(code)
    return found


def japanese():
    kana = list(range(0x3000, 0x3100)) + list(range(0x31F0, 0x3200)) + list(range(0xFF00, 0xFFA0))
    return kana + national("euc_jp", [(0x4E00, 0x9FFF)])


def korean():
    return list(range(0x3000, 0x3040)) + list(range(0x3130, 0x3190)) + national("euc_kr", [(0xAC00, 0xD7A3)])


def east_asian(source, target, characters):
    font = TTFont(source)
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "STAT", "meta", "GPOS", "GSUB", "GDEF", "BASE", "vhea", "vmtx", "VORG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)
    print(target, len(font.getBestCmap()), "characters")


def tabular_figures(font):
    """Replaces, in the character map, each glyph that the feature tnum would replace."""
    gsub = font["GSUB"].table
    lookups = {i for f in gsub.FeatureList.FeatureRecord if f.FeatureTag == "tnum" for i in f.Feature.LookupListIndex}
    swap = {}
    for index in sorted(lookups):
        for table in gsub.LookupList.Lookup[index].SubTable:
            table = getattr(table, "ExtSubTable", table)
            swap.update(table.mapping)
    digits = set(range(0x30, 0x3A))
    for table in font["cmap"].tables:
        for code, glyph in list(table.cmap.items()):
            if code in digits and glyph in swap:
                table.cmap[code] = swap[glyph]


def pair_value(table, left, right):
    if left not in table.Coverage.glyphs:
        return None
    if table.Format == 1:
        pairs = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
        for record in pairs:
            if record.SecondGlyph == right:
                return record.Value1
        return None
    first = table.ClassDef1.classDefs.get(left, 0)
    second = table.ClassDef2.classDefs.get(right, 0)
    return table.Class1Record[first].Class2Record[second].Value1


def kerning(font):
    """Left and right glyph to adjustment: the first subtable that covers a pair decides, as in a shaper."""
    gpos = font["GPOS"].table
    indices = {i for f in gpos.FeatureList.FeatureRecord if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex}
    cmap = font.getBestCmap()
    glyphs = sorted({cmap[c] for low, high in KERNED for c in range(low, high + 1) if c in cmap})
    result = {}
    for index in sorted(indices):
        tables = [getattr(t, "ExtSubTable", t) for t in gpos.LookupList.Lookup[index].SubTable]
        tables = [t for t in tables if t.LookupType == 2]
        for left in glyphs:
            covering = [t for t in tables if left in set(t.Coverage.glyphs)]
            for right in glyphs:
                for table in covering:
                    value = pair_value(table, left, right)
                    if value is not None:
                        amount = getattr(value, "XAdvance", 0) or 0
                        if amount:
                            result.setdefault((left, right), amount)
                        break
    return result


def rename(font, family):
    """Gives the font another name; copyright, licence and the trademark notice stay as they are."""
    names = font["name"]
    before = names.getDebugName(16) or names.getDebugName(1)
    joined = before.replace(" ", "")
    names.names = [record for record in names.names if record.nameID < 256]  # beyond are those of axes that are gone
    for record in list(names.names):
        if record.nameID in (1, 3, 4, 6, 16, 18, 21, 25):
            text = record.toUnicode().replace(before, family).replace(joined, family.replace(" ", ""))
            names.setName(text, record.nameID, record.platformID, record.platEncID, record.langID)
    if "CFF " in font:
        raise SystemExit("renaming is for TrueType outlines")


def main(source, target, tabular, family):
    font = TTFont(source)
    if family:
        rename(font, family)
    if tabular:
        tabular_figures(font)
    options = subset.Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "STAT", "meta"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for low, high in CHARACTERS for c in range(low, high + 1)])
    subsetter.subset(font)
    em = font["head"].unitsPerEm
    pairs = {p: v for p, v in kerning(font).items() if abs(v) * 1000 >= 8 * em}
    ascii_glyphs = {font.getBestCmap().get(c) for c in range(0x20, 0x7F)}
    accented = lambda pair: sum(glyph not in ascii_glyphs for glyph in pair)
    kept = dict(sorted(pairs.items(), key=lambda item: (accented(item[0]), -abs(item[1]), item[0]))[:MOST_PAIRS])
    for tag in ("GPOS", "GSUB", "GDEF"):
        if tag in font:
            del font[tag]
    subtable = KernTable_format_0()
    subtable.version = 0
    subtable.coverage = 1
    subtable.kernTable = kept
    subtable.apple = False
    subtable.tupleIndex = None
    font["kern"] = newTable("kern")
    font["kern"].version = 0
    font["kern"].kernTables = [subtable]
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)
    print(target, len(font.getBestCmap()), "characters,", len(pairs), "pairs,", len(kept), "kept")


if __name__ == "__main__":
    if "--japanese" in sys.argv[3:]:
        east_asian(sys.argv[1], sys.argv[2], japanese())
    elif "--korean" in sys.argv[3:]:
        east_asian(sys.argv[1], sys.argv[2], korean())
    else:
        name = sys.argv[sys.argv.index("--name") + 1] if "--name" in sys.argv else ""
        main(sys.argv[1], sys.argv[2], "--tabular" in sys.argv[3:], name)
