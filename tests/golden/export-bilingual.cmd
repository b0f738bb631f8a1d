XDG_DATA_HOME=$PWD/export-bilingual; export XDG_DATA_HOME
cat >bilingual.json <<'JSON'
{"@context": ["http://www.w3.org/ns/anno.jsonld", {"diptych": "urn:diptych:terms:"}], "id": "urn:diptych:notes", "type": "AnnotationCollection", "total": 1,
 "first": {"id": "urn:diptych:notes:page:1", "type": "AnnotationPage", "items": [
 {"id": "urn:diptych:note:0m0000000001", "type": "Annotation", "motivation": "commenting", "created": "2015-06-23T10:00:00Z", "modified": "2015-06-24T10:00:00Z",
  "body": [{"type": "TextualBody", "purpose": "commenting", "value": "Not *well*."}, {"type": "TextualBody", "purpose": "tagging", "value": "店"}],
  "target": [{"type": "SpecificResource", "source": {"id": "urn:diptych:article:tale.en", "type": "Text", "language": "en", "dc:title": "A tale of two shops", "diptych:story": "tale"},
    "selector": [{"type": "TextQuoteSelector", "exact": "Mr. Ma opened a shop", "suffix": " in the U.S."}, {"type": "TextPositionSelector", "start": 21, "end": 41}],
    "diptych:role": "selection", "diptych:block": 1},
   {"type": "SpecificResource", "source": {"id": "urn:diptych:article:tale.zh", "type": "Text", "language": "zh", "dc:title": "两家店的故事", "diptych:story": "tale"},
    "selector": [{"type": "TextQuoteSelector", "exact": "开了一家店"}, {"type": "TextPositionSelector", "start": 24, "end": 29}], "diptych:role": "counterpart", "diptych:block": 1}]}]}}
JSON
"$DIPTYCH" note import bilingual.json >made
"$DIPTYCH" export
"$DIPTYCH" export --format tmx tale.zh
"$DIPTYCH" export --annotated --format html tale.en tale.zh | grep -e '<mark' -e '<aside' -e '<blockquote dir'
"$DIPTYCH" export --format tsv --entity opensky; echo $?
printf 'Then OpenSky bought it.\n' >sky.txt
"$DIPTYCH" note add --quote 'OpenSky bought' ./sky.txt >made
for name in opensky OpenSky; do
    "$DIPTYCH" export --format tsv --entity $name | cut -f8,30
done
