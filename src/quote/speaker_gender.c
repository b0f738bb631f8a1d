#include "quote/speaker_gender.h"

#include <string.h>

#include "text/latinword.h"
#include "text/wordlist.h"

#define APPOSITION_MOST 60 /* bytes before a name: her deputy, */

/* First names that nearly always are of the one. */
static const char male_names[] = "Adam Alan Albert Alexander Andrew Anthony Arthur Barry Ben "
                                 "Benjamin Bill Bob Brian Charles Chris Christopher Colin Craig "
                                 "Daniel Dave David Dennis Derek Donald Douglas Edward Eric Frank "
                                 "Fred Gary Geoff George Gerald Gordon Graham Greg Harold Harry "
                                 "Henry Hugh Ian Ivan Jack Jacob James Jason Jeff Jeremy Jim Joe "
                                 "John Jonathan Joseph Joshua Juan Justin Keith Ken Kenneth Kevin "
                                 "Larry Lars Lewis Luis Luke Malcolm Martin Matt Matthew Michael "
                                 "Mike Mohammed Muhammad Nathan Neil Nicholas Nick Nigel Oliver "
                                 "Oscar Patrick Paul Pedro Peter Philip Ralph Ray Raymond Richard "
                                 "Robert Roger Ronald Ryan Sam Samuel Scott Sean Sergei Simon "
                                 "Stefan Stephen Steve Steven Stuart Thomas Tim Timothy Tom Tony "
                                 "Trevor Victor Vincent Vladimir Walter William";

static const char female_names[] = "Alice Alison Amanda Amy Andrea Angela Anita Anna Anne Barbara "
                                   "Beth Betty Brenda Carol Caroline Catherine Charlotte "
                                   "Christina Christine Clara Claire Cynthia Deborah Diana Diane "
                                   "Donna Dorothy Elena Elizabeth Ella Ellen Emily Emma Esther "
                                   "Eva Evelyn Fiona Frances Gillian Hannah Heather Helen Ingrid "
                                   "Irene Isabel Jane Janet Jennifer Jessica Jill Joan Joanna "
                                   "Judith Julia Julie Karen Kate Katherine Kathleen Kelly Laura "
                                   "Lauren Leila Linda Lisa Louise Lucy Margaret Maria Marie "
                                   "Martha Mary Megan Melissa Michelle Monica Nancy Natalie "
                                   "Nicole Olga Olivia Pamela Patricia Paula Priya Rachel Rebecca "
                                   "Ruth Sally Samantha Sandra Sara Sarah Sharon Sheila Sofia "
                                   "Sophia Sophie Stephanie Susan Teresa Theresa Tina Valerie "
                                   "Vanessa Victoria Virginia Wendy Yvonne";

static bool is_word(const char *text, size_t at, size_t end, const char *words)
{
    return wordlist_has(text + at, end - at, words);
}

enum speaker_gender speaker_gender_of(const char *text, struct span words)
{
    static const char male[] = "gentleman lad dad grandfather nephew widower monk duke priest "
                               "fireman fisherman ferryman man Man boy Boy father husband son "
                               "brother uncle spokesman chairman Uncle King king Prince Mr Sir 他 "
                               "his His He he 先生 父亲 爸 丈夫 儿子 哥 弟 爷爷 叔 伯 国王 男子 "
                               "老汉";
    static const char female[] = "widow nun waitress duchess lady mum mom grandmother niece bride "
                                 "policewoman 女生 寡妇 姑娘 丫 woman Woman women girl Girl "
                                 "mother wife daughter sister aunt Aunt Queen queen Princess "
                                 "actress spokeswoman chairwoman Mrs Ms Miss Lady 她 her Her She "
                                 "she 女 母亲 妈 妻 姐 妹 奶奶 婆 阿姨 太太 夫人";
    enum speaker_gender last = SPEAKER_GENDER_UNKNOWN; /* the father in "her father" */
    for (size_t at = words.start; at < words.end;) {
        size_t end = at;
        while (end < words.end && latinword_is_letter(text[end]))
            end++;
        bool woman = is_word(text, at, end, female), man = is_word(text, at, end, male);
        if (end == at) {
            size_t size = wordlist_at(text, at, words.end, female);
            woman = size > 0;
            size = woman ? size : wordlist_at(text, at, words.end, male);
            man = !woman && size > 0;
            end = at + (size > 0 ? size : 1);
        } else if (last == SPEAKER_GENDER_UNKNOWN) {
            woman = woman || is_word(text, at, end, female_names);
            man = man || is_word(text, at, end, male_names);
        }
        if (woman || man)
            last = woman ? SPEAKER_GENDER_FEMALE : SPEAKER_GENDER_MALE;
        at = end;
    }
    return last;
}

enum speaker_gender speaker_gender_of_owner(const char *text, struct span *words)
{
    static const char hers[] = "Her_ her_ 她的";
    static const char his[] = "His_ his_ 他的";
    size_t at = words->start, least = at > APPOSITION_MOST ? at - APPOSITION_MOST : 0;
    size_t size = wordlist_at(text, at, words->end, hers);
    bool female = size > 0;
    size = female ? size : wordlist_at(text, at, words->end, his);
    words->start += size;
    if (size == 0 && at >= 2 && text[at - 2] == ',') {
        while (at > least && strchr(".!?\n", text[at - 1]) == NULL)
            at--;
        at += text[at] == ' ';
        female = wordlist_at(text, at, words->end, hers) > 0;
        size = wordlist_at(text, at, words->end, female ? hers : his);
    }
    return size == 0 ? SPEAKER_GENDER_UNKNOWN
           : female  ? SPEAKER_GENDER_FEMALE
                     : SPEAKER_GENDER_MALE;
}
