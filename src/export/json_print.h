/* json_print: notes as W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/).
 *
 * An AnnotationCollection with one page, embedded as `first`. This is the form that notes are
 * taken in again without loss, so every field of an annotation has a place (those the W3C has
 * no word for are in the namespace diptych, urn:diptych:terms:), and one that is "" is left
 * out:
 *
 *   id, created, modified      id ("urn:diptych:note:" and the id), created, modified
 *   kind                       motivation: highlighting, commenting, questioning, tagging, linking
 *   comment                    body: TextualBody, text/markdown, with the purpose commenting, or
 *                              questioning for a question
 *   tags                       body: TextualBody with the purpose tagging, one each
 *   entity                     body: SpecificResource with the purpose linking, whose source is
 *                              "urn:diptych:entity:" and the note's id
 *   the destination            body: SpecificResource with the purpose linking and, as each
 *                              target has, the role
 *   colour, origin             diptych:colour, diptych:origin
 *   word, reading              diptych:word, diptych:reading
 *   the other targets          target: SpecificResource with diptych:role
 *
 * and of a target:
 *
 *   article                    source.id: "urn:diptych:article:" and the article's id
 *   lang, title, publisher     source.language, source.dc:title, source.dc:publisher
 *   published, source          source.dcterms:issued, source.dc:source
 *   story, path, hash          source.diptych:story, .diptych:path, .diptych:sha256
 *   quote, prefix, suffix      selector: TextQuoteSelector exact, prefix, suffix
 *   start, end                 selector: TextPositionSelector start, end, in code points
 *   headings, block            diptych:headings (an array), diptych:block
 *
 * Ids of articles and entities are percent-encoded (escape_iri). What is not the annotation's own
 * but found out when exporting is not to be taken in again: the bodies with the purpose identifying
 * (the entities named in the selection) and each target's diptych:state. */
#ifndef DIPTYCH_EXPORT_JSON_PRINT_H
#define DIPTYCH_EXPORT_JSON_PRINT_H

#include "export/printer.h"

#define JSON_CONTEXT "http://www.w3.org/ns/anno.jsonld"
#define JSON_TERMS "urn:diptych:terms:"
#define JSON_NOTE "urn:diptych:note:"
#define JSON_ARTICLE "urn:diptych:article:"
#define JSON_ENTITY "urn:diptych:entity:"

extern const struct printer json_printer;

#endif
