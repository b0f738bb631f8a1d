#include "quote/speaker_gender.h"

#include <string.h>

#include "text/latinword.h"
#include "text/wordlist.h"

#define APPOSITION_MOST 60 /* bytes before a name: her deputy, */

/* First names that nearly always are of the one. */
static const char male_names[] =
    "Aaron Abdul Abdullah Adam Ahmad Ahmed Akira Alan Albert Alberto Alejandro "
    "Aleksandr Alexander Alexei Ali Allan Amir Anders Andre Andreas Andrei Andrew "
    "Angus Anthony Anton Antonio Arjun Arthur Barry Bart Basil Ben Benjamin "
    "Bernard Bernd Bill Bjorn Bob Boris Brad Brandon Brendan Brian Bruce Bruno "
    "Carl Carlos Cedric Charles Chris Christopher Cliff Clive Colin Connor Craig "
    "Cyril Dale Damian Dan Daniel Darren Dave David Dean Dennis Derek Diego "
    "Dietmar Dimitri Dirk Dmitri Dmitry Dominic Donald Douglas Duncan Dylan Edgar "
    "Eduardo Edward Edwin Elias Emmanuel Enrique Eric Ernest Ethan Eugene Evan "
    "Felix Fernando Francesco Francis Francois Frank Franz Fred Gary Gavin Geoff "
    "Geoffrey George Gerald Gianni Gilbert Giovanni Giuseppe Glenn Gordon Graeme "
    "Graham Greg Guido Gunther Gustav Guy Hamid Hans Harald Harold Harry Hassan "
    "Heinz Helmut Henrik Henry Herbert Herman Hiroshi Horst Howard Hubert Hugh "
    "Hugo Hussein Ian Ibrahim Igor Ismail Ivan Jack Jacob Jamal James Jason Javier "
    "Jean Jeff Jens Jeremy Jerome Jerry Jesse Jim Jimmy Joachim Joe Joel Johan "
    "Johann John Jonathan Jorge Jose Josef Joseph Joshua Juan Julian Julio Jurgen "
    "Justin Kamal Karim Karl Keith Ken Kenji Kenneth Kevin Kurt Lance Larry Lars "
    "Laurent Leo Leon Leonard Lewis Lloyd Louis Luca Lucas Ludwig Luis Luke "
    "Malcolm Manuel Marc Marcel Marco Marcus Mario Mark Markus Martin Marvin "
    "Mathias Matt Matthew Maurice Max Maxim Michael Miguel Mike Mikhail Milan "
    "Mohamed Mohammad Mohammed Muhammad Mustafa Nathan Nathaniel Neil Nicholas "
    "Nick Nicolas Nigel Nikolai Nils Norman Olaf Oliver Omar Oscar Otto Owen Pablo "
    "Paolo Pascal Patrick Paul Pavel Pedro Peter Phil Philip Philippe Pierre Pyotr "
    "Rafael Rahul Rajesh Ralph Ramon Randy Rashid Ray Raymond Reinhard Rene "
    "Ricardo Richard Rob Robert Roberto Rodney Roger Roland Rolf Roman Ronald Rory "
    "Ross Roy Rudolf Rupert Russell Ryan Salman Sam Samuel Sanjay Scott Sean "
    "Sergei Sergey Sergio Seth Shane Simon Stanley Stefan Stefano Stephen Steve "
    "Steven Stuart Sunil Suresh Svend Takashi Ted Terence Theodore Thomas Tim "
    "Timothy Tobias Todd Tom Tomas Tony Torsten Trevor Uwe Victor Vijay Viktor "
    "Vincent Vladimir Wade Walter Warren Wayne Wes William Wolfgang Xavier Yuri "
    "Yusuf Zachary";

static const char female_names[] =
    "Abigail Ada Agnes Aisha Alexandra Alice Alison Amanda Amelia Amy Anastasia "
    "Andrea Anette Angela Angelina Anita Anja Anna Anne Anneke Annette Annie "
    "Astrid Audrey Barbara Beatrice Bella Bernadette Beth Betty Bianca Brenda "
    "Bridget Brigitte Camilla Carla Carmen Carol Carole Caroline Catherine Cecilia "
    "Celia Charlotte Chiara Chloe Christina Christine Claire Clara Claudia Colette "
    "Cynthia Daisy Daniela Deborah Diana Diane Dolores Donna Doris Dorothy Edith "
    "Eileen Eleanor Elena Elisa Elisabeth Elise Elizabeth Ella Ellen Elsa Emily "
    "Emma Erica Erika Esther Eugenia Eva Evelyn Fatima Fiona Florence Frances "
    "Franziska Freya Gabriela Gabrielle Georgia Gerda Gertrude Gillian Gina Giulia "
    "Gloria Grace Greta Gwen Hanna Hannah Harriet Hazel Heather Heidi Helen Helena "
    "Helga Hilary Hilda Holly Ida Ilse Imogen Ines Inga Ingrid Irene Irina Iris "
    "Isabel Isabella Ivy Jacqueline Jane Janet Jasmine Jeanette Jennifer Jenny "
    "Jessica Jill Joan Joanna Joanne Josephine Joy Joyce Judith Julia Julie June "
    "Karen Karin Karina Katarina Kate Katherine Kathleen Kathryn Kathy Katie Katja "
    "Katrin Kelly Khadija Kirsten Kristin Lara Larissa Laura Lauren Leah Leila "
    "Lena Lillian Lily Linda Lisa Liz Lorraine Louise Lucia Lucinda Lucy Ludmila "
    "Lydia Mabel Madeleine Magdalena Manuela Marcia Margaret Margarita Margot "
    "Maria Marianne Marie Marina Marion Marta Martha Mary Matilda Maud Maureen "
    "Maya Megan Melissa Mia Michelle Mildred Miriam Mona Monica Muriel Myra Nadia "
    "Nancy Naomi Natalia Natalie Natasha Nicole Nina Nora Odile Olga Olive Olivia "
    "Pamela Patricia Paula Pauline Penelope Petra Phoebe Phyllis Polly Priya "
    "Rachel Rebecca Rebekah Renata Rita Rosa Rosalind Rose Rosemary Ruth Sabine "
    "Sabrina Sally Salma Samantha Sandra Sara Sarah Saskia Selma Sharon Sheila "
    "Shirley Sigrid Silvia Simone Sofia Sonia Sophia Sophie Stephanie Susan "
    "Svetlana Sylvia Tamara Tania Tanya Tatiana Teresa Theresa Tina Ulrike Ursula "
    "Valerie Vanessa Vera Veronica Victoria Violet Virginia Vivian Wendy "
    "Wilhelmina Winifred Yasmin Yoko Yuki Yvonne Zoe";

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
        words->start = size > 0 ? at + size : words->start;
    }
    return size == 0 ? SPEAKER_GENDER_UNKNOWN
           : female  ? SPEAKER_GENDER_FEMALE
                     : SPEAKER_GENDER_MALE;
}

enum speaker_gender speaker_gender_behind(const char *text, size_t at, size_t end)
{
    static const char ends[] = "， 。 ； ！ ？ 、 ：";
    size_t title = wordlist_at(text, at, end, "先生 女士 小姐 太太");
    if (title > 0)
        return strncmp(text + at, "先生", title) == 0 ? SPEAKER_GENDER_MALE : SPEAKER_GENDER_FEMALE;
    if (wordlist_at(text, at, end, "是") == 0 || wordlist_at(text, at, end, "是否") > 0)
        return SPEAKER_GENDER_UNKNOWN;
    size_t close = at, behind;
    while (close < end && wordlist_at(text, close, end, ends) == 0)
        close++;
    size_t noun = wordlist_before(
        text, at, close,
        "母亲 妻子 女儿 姐姐 妹妹 奶奶 外婆 女婿 父亲 丈夫 儿子 哥哥 弟弟 爷爷 外公");
    if (noun > 0)
        return wordlist_before(text, at, close, "女婿") > 0
                   ? SPEAKER_GENDER_MALE
                   : speaker_gender_of(text, (struct span){ close - noun, close });
    for (; at < close; at++) {
        behind = wordlist_at(text, at, close, "的女 名女 位女 个女 任女 的男 名男 位男 个男");
        if (behind > 0 && wordlist_at(text, at + behind, close, "儿 婿 性 人 的") == 0)
            return wordlist_at(text, at, close, "的男 名男 位男 个男") > 0 ? SPEAKER_GENDER_MALE
                                                                           : SPEAKER_GENDER_FEMALE;
    }
    return SPEAKER_GENDER_UNKNOWN;
}

bool speaker_gender_is_relative(const char *text, struct span words)
{
    static const char relatives[] = "母亲 妻子 女儿 姐姐 妹妹 奶奶 外婆 女婿 父亲 丈夫 儿子 哥哥 "
                                    "弟弟 爷爷 外公 祖父 祖母 父母";
    return wordlist_has(text + words.start, words.end - words.start, relatives) ||
           speaker_gender_of_owner(text, &words) != SPEAKER_GENDER_UNKNOWN;
}
