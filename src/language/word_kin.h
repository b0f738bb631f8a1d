/* word_kin: English words of news that tell of one thing: killed and death toll, quake and tremor,
 * takeover and acquisition, Beijing and China. Some 850 groups, written for this program.
 *
 * For comparing reports, which say in words of their own what happened: words of a group are weaker
 * evidence than a word itself, and a word may stand in several. Where a dictionary is installed
 * Chinese words need them not: it has enough renderings, and these only made the rarer ones common. */
#ifndef DIPTYCH_LANGUAGE_WORD_KIN_H
#define DIPTYCH_LANGUAGE_WORD_KIN_H

/* Groups, apart by ";" within a string, of stems (english_stem.h), apart by blanks; NULL ends the
 * table. */
extern const char *const word_kin_groups[];

#endif
