/* jsonld_read.js FILE: the export in JSON, expanded by jsonld.js, as rows of annotation, its comment and
 * tags, and the quotes of its targets. The terms are those of the Web Annotation Vocabulary that the
 * export uses, so that no network is needed; a key that neither they nor the file define would be lost
 * in expanding and is told. */
'use strict';
const fs = require('fs');
const jsonld = require('jsonld');

const OA = 'http://www.w3.org/ns/oa#', AS = 'http://www.w3.org/ns/activitystreams#';
const id = (name) => ({ '@id': name, '@type': '@id' });
const word = (name) => ({ '@id': name, '@type': '@vocab' });
const terms = {
    oa: OA, as: AS, dc: 'http://purl.org/dc/elements/1.1/', dcterms: 'http://purl.org/dc/terms/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    xsd: 'http://www.w3.org/2001/XMLSchema#', id: '@id', type: '@type',
    Annotation: 'oa:Annotation', TextualBody: 'oa:TextualBody', SpecificResource: 'oa:SpecificResource',
    TextQuoteSelector: 'oa:TextQuoteSelector', TextPositionSelector: 'oa:TextPositionSelector',
    Text: 'http://purl.org/dc/dcmitype/Text',
    AnnotationCollection: 'as:OrderedCollection', AnnotationPage: 'as:OrderedCollectionPage',
    commenting: 'oa:commenting', highlighting: 'oa:highlighting', linking: 'oa:linking',
    bookmarking: 'oa:bookmarking', tagging: 'oa:tagging', identifying: 'oa:identifying', describing: 'oa:describing',
    body: id('oa:hasBody'), target: id('oa:hasTarget'), source: id('oa:hasSource'),
    selector: id('oa:hasSelector'), motivation: word('oa:motivatedBy'), purpose: word('oa:hasPurpose'),
    refinedBy: id('oa:refinedBy'), value: 'rdf:value', exact: 'oa:exact', prefix: 'oa:prefix', suffix: 'oa:suffix',
    start: 'oa:start', end: 'oa:end', language: 'dc:language', format: 'dc:format', label: 'rdfs:label',
    created: 'dcterms:created', modified: 'dcterms:modified', total: 'as:totalItems', startIndex: 'as:startIndex',
    first: id('as:first'), last: id('as:last'), partOf: id('as:partOf'),
    items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
};

/* All values of a property anywhere below, in order. */
function all(node, name, found = []) {
    if (Array.isArray(node)) {
        node.forEach((part) => all(part, name, found));
    } else if (node !== null && typeof node === 'object') {
        for (const [key, value] of Object.entries(node)) {
            if (key === name)
                value.forEach((one) => found.push('@value' in one ? one['@value'] : one['@id']));
            all(value, name, found);
        }
    }
    return found;
}

/* An annotation has its comment and its tags as bodies with a purpose. */
function bodies(annotation, purpose) {
    return (annotation[OA + 'hasBody'] || [])
        .filter((body) => (body[OA + 'hasPurpose'] || []).some((one) => one['@id'] === OA + purpose))
        .map((body) => all(body, terms.rdf + 'value')[0]);
}

async function main() {
    const expanded = await jsonld.expand(JSON.parse(fs.readFileSync(process.argv[2], 'utf8')), {
        documentLoader: async (url) => {
            if (url !== 'http://www.w3.org/ns/anno.jsonld')
                throw new Error('asks for ' + url);
            return { contextUrl: null, documentUrl: url, document: { '@context': terms } };
        },
        safe: true,
    });
    const items = [];
    (function walk(node) {
        if (Array.isArray(node))
            node.forEach(walk);
        else if (node !== null && typeof node === 'object') {
            if ((node['@type'] || []).includes(OA + 'Annotation'))
                items.push(node);
            Object.values(node).forEach(walk);
        }
    })(expanded);
    for (const item of items)
        console.log([item['@id'], JSON.stringify(bodies(item, 'commenting')), JSON.stringify(bodies(item, 'tagging')),
            JSON.stringify(all(item, OA + 'exact'))].join('\t'));
}

main().catch((error) => {
    console.error('jsonld_read.js: ' + (error.details ? JSON.stringify(error.details).slice(0, 400) : error));
    process.exit(1);
});
