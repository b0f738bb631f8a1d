#include "language/word_root.h"

#include <string.h>

#include "text/wordlist.h"

/* Stems, and the stem whose root they share. */
/* clang-format off */
static const char irregular[][WORDLIST_ROW] = {
    "abl=enabl absorption=absorb acquisition=acquir admission=admit advic=advis aggression=aggress",
    "american=america application=appli arrival=arriv assumption=assum belief=believ blood=bleed",
    "british=britain briton=britain burial=buri catalan=catalonia chines=china choic=choos",
    "closur=clos collision=collid complaint=complain compulsori=compel conception=conceiv",
    "concession=conced conclusion=conclud confusion=confus constraint=constrain consumption=consum",
    "corona=coronaviru covid=coronaviru danger=endanger danish=denmark dead=die death=die",
    "deception=deceiv decision=decid defenc=defend defens=defend denial=deni departur=depart",
    "depth=deep descent=descend description=describ destruction=destroy detention=detain",
    "dissolution=dissolv division=divid dutch=netherland english=england enquiri=inquir",
    "erosion=erod evasion=evad evolution=evolv expansion=expand explanation=explain",
    "explosion=explod explosiv=explod exposur=expos expulsion=expel extension=extend failur=fail",
    "filipino=philippin finnish=finland flight=fly french=franc greek=greec growth=grow heat=hot",
    "height=high impulsion=impel inquiri=inquir intervention=interven introduction=introduc",
    "invasion=invad iraqi=iraq irish=ireland israeli=israel larg=enlarg length=long loss=lose",
    "maintenanc=maintain marriag=marri mixtur=mix norwegian=norway offenc=offend omission=omit",
    "pakistani=pakistan perception=perceiv permission=permit persuasion=persuad polish=poland",
    "poverti=poor prescription=prescrib pressur=press prison=imprison procession=proceed",
    "production=produc proof=prov propulsion=propel provision=provid pursuit=pursu",
    "reception=receiv recession=reced redemption=redeem reduction=reduc remission=remit",
    "repulsion=repel resolution=resolv respons=respond restraint=restrain resumption=resum",
    "retention=retain revelation=reveal revolution=revolv rich=enrich robberi=rob runner=run",
    "sal=sell scottish=scotland seizur=seiz solution=solv spaniard=spain spanish=spain",
    "speech=speak spent=spend strength=strong submission=submit subscription=subscrib",
    "success=succeed suspension=suspend suspicion=suspect swedish=sweden swiss=switzerland",
    "tension=tens thai=thailand theft=steal thief=steal threat=threaten transmission=transmit",
    "turkish=turkey uk=britain us=america usa=america warmth=warm welsh=wal width=wid winner=win",
};
/* clang-format on */

static const char endings[] = "ization isation ation ition ement ment ional ship ence ance enci "
                              "anci iti ous ive iv ion ian ish ese ist ism ial ic ize is iz at al "
                              "er or an ia en enc anc ent ant ey y i e a";

size_t word_root(const char *stem, size_t length, char *root)
{
    const char *shared = WORDLIST_IN_ROWS(stem, length, irregular);
    if (shared != NULL) {
        stem = shared + 1;
        length = strcspn(stem, " ");
    }
    memcpy(root, stem, length);
    for (size_t before = 0; before != length;) {
        before = length;
        length -= wordlist_before(root, WORD_ROOT_LEAST, length, endings);
    }
    root[length] = '\0';
    return length;
}
