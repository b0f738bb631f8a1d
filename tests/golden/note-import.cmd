masked() { sed 's/[0-9a-hjkmnp-tv-z]\{12\}/ID/; s/20[0-9-]*T[0-9:]*Z/TIME/g'; }
XDG_DATA_HOME=$PWD/notes-import; export XDG_DATA_HOME
cat >own.json <<'END'
{"@context": ["http://www.w3.org/ns/anno.jsonld", {"diptych": "urn:diptych:terms:"}], "id": "urn:diptych:notes", "type": "AnnotationCollection", "total": 1,
 "first": {"id": "urn:diptych:notes:page:1", "type": "AnnotationPage", "items": [
 {"id": "urn:diptych:note:0m0000000001", "type": "Annotation", "motivation": "questioning", "created": "2015-06-23T10:00:00Z", "modified": "2015-06-24T10:00:00Z",
  "diptych:colour": "#ff0000", "body": [{"type": "TextualBody", "purpose": "questioning", "format": "text/markdown", "value": "Why?\n\u001b[31m"},
   {"type": "TextualBody", "purpose": "tagging", "value": "店"}, {"type": "TextualBody", "purpose": "tagging", "value": "b"},
   {"type": "SpecificResource", "purpose": "identifying", "source": "urn:diptych:entity:opensky"}],
  "target": [{"type": "SpecificResource", "source": {"id": "urn:diptych:article:tale.en", "type": "Text", "language": "en", "dc:title": "A tale of two shops", "diptych:story": "tale"},
    "selector": [{"type": "TextQuoteSelector", "exact": "did not do well", "prefix": "June 2014. It ", "suffix": "; by 2015"}, {"type": "TextPositionSelector", "start": 74, "end": 89}],
    "diptych:role": "selection", "diptych:block": 1, "diptych:state": "exact"},
   {"type": "SpecificResource", "source": {"id": "urn:diptych:article:tale.zh", "type": "Text"}, "selector": [{"type": "TextQuoteSelector", "exact": "生意并不好"},
    {"type": "TextPositionSelector", "start": 60, "end": 65}], "diptych:role": "counterpart", "diptych:block": 1}]}]}}
END
cat >w3c.json <<'END'
[{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/anno1", "type": "Annotation", "motivation": "questioning",
  "created": "2015-06-23T12:00:00+02:00", "body": [{"type": "TextualBody", "value": "Nobody?"}, {"type": "TextualBody", "purpose": "tagging", "value": "crowd"}],
  "target": {"source": {"id": "http://example.org/tale", "title": "A tale of two shops"}, "selector": [{"type": "TextPositionSelector", "start": 5, "end": 9},
   {"type": "TextQuoteSelector", "exact": "Nobody came", "prefix": "\"", "suffix": ","}]}},
 {"type": "Annotation", "bodyValue": "whole page", "target": "http://example.org/tale"}]
END
cat >hypothesis.json <<'END'
{"total": 1, "rows": [{"id": "abc123", "created": "2015-06-23T10:00:00.123456+00:00", "updated": "2015-06-23T10:00:00+00:00", "uri": "http://example.org/x",
  "text": "sold!", "tags": ["sale"], "document": {"title": ["Not the same title"]},
  "target": [{"source": "http://example.org/x", "selector": [{"type": "RangeSelector"}, {"type": "TextQuoteSelector", "exact": "it was sold for 37.6 percent", "prefix": "by 2015 ", "suffix": " of"}]}]}]}
END
cat >koreader.json <<'END'
{"title": "两家店的故事", "author": "x", "entries": [{"text": "生意并不好", "note": "为什么？", "time": 1435053600, "chapter": "一", "page": 3}, {"text": "书里没有的话在这里", "time": 1435053601}]}
END
cat >readwise.csv <<'END'
Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags
"the doors were shut, and the sign over them",A tale of two shops,The Shelf,,"He said ""no"",
twice",yellow,"doors, signs",,,2015-06-23 10:00:00+00:00,
"",A tale of two shops,,,nothing marked,,,,,,
END
for file in own.json w3c.json hypothesis.json koreader.json readwise.csv own.json w3c.json readwise.csv; do
    echo "$file"; "$DIPTYCH" note import $file --format tsv | tr '\n' ' '; echo
done
"$DIPTYCH" note list --format tsv | masked
