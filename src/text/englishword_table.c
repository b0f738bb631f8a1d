/* The words of englishword.h, by their first three letters: the letters, then what follows them in
 * each word, "-" nothing. Sorted. Words that englishword.c makes of another are left out.
 *
 * From SCOWL, sizes 10 to 35, English, American and British: the collective work is copyright
 * 2000-2016 by Kevin Atkinson; COPYING has its notice. */
#include "text/englishword_table.h"

/* clang-format off */
const char *const englishword_rows[] = {
    "aar dvark", "aba ck cus ndon ndonment te", "abb ey ot reviate reviation", "abd icate ication omen ominal uct", "abe rration t", "abh or orrence orrent", "abi de lity",
    "abj ect", "abl aze e y", "abn ormal ormality", "abo ard de lish lition minable mination riginal rigine rt rtion rtive und ut ve veboard", "abr asive east idge oad upt",
    "abs cess cond ence ent entee olute olve orb orbent orption tain tention tinence tract traction truse urd urdity", "abu ndance ndant se sive", "aby smal ss",
    "aca demic demically demy",
    "acc ede elerate eleration elerator ent entuate ept eptability eptable eptably eptance ess essibility essible essory ident idental laim limate limatise limatize olade "
    "ommodate ommodation ompaniment ompanist ompany omplice omplish omplishment ord ordance ordion ost ount ountability ountable ountancy ountant redit rue umulate umulation "
    "uracy urate usation use ustom",
    "ace -", "ach e ievable ieve ievement", "aci d dity", "ack nowledge nowledgement nowledgment", "acn e", "aco rn ustic",
    "acq uaint uaintance uiesce uiescence uire uisition uit uittal", "acr e eage id imonious imony obat obatic onym oss ylic",
    "act - ion ivate ive ivist ivity or ress ual uality uary", "acu men puncture te", "ada ge mant pt ptable ptation ptive ptor",
    "add - endum ict iction ictive ition itional itive ress ressee", "ade pt quate", "adh ere erence erent esion esive",
    "adj acent ective oin ourn ournment unct ust ustable ustment",
    "adm inister inistration inistrative inistrator irable irably iral iration ire issible ission it ittance onish onition",
    "ado - be lescence lescent pt ption rable ration re rn rnment", "adr ift oit", "ads -", "adu lation lt lterate lteration ltery lthood",
    "adv ance ancement antage antageous ent enture enturous erb erbial ersary erse ersity ert ertise ertisement ice isable ise isory ocate", "aeo n",
    "aer ial odynamic oplane osol ospace", "aes thetic thetically", "afa r",
    "aff able ably air ect ectation ection ectionate idavit iliate iliation inity irm irmation irmative ix lict liction luence luent ord ordable ront", "afi eld", "afl ame oat",
    "afo ot rementioned resaid", "afr aid esh", "aft er ereffect erlife erlives ermath ernoon erthought erward", "aga in inst", "age - ncy nda nt",
    "agg ravate ravation regate ression ressive ressor", "agh ast", "agi le lity tate tation tator", "agl ow", "agn ostic osticism", "ago - nise nize ny",
    "agr ee eeable eeably eement icultural iculture ound", "ahe ad", "aho y", "aid - e", "ail - ment", "aim - less", "air - borne craft field line mail plane port strip tight y",
    "ais le", "aja r", "aki n", "ala rm rmist s", "alb eit ino um", "alc ohol oholic oholism ove", "ale - rt", "alg a ae ebra ebraic orithm",
    "ali as bi en enate enation ght gn gnment ke mony ve", "alk ali aline",
    "all - ay egation ege egiance egorical egory ergic ergy eviate ey iance igator ocate ocation ot otment ow owable owance oy ude ure usion y", "alm anac ighty ond ost s",
    "alo ft ne ng ngside of ud", "alp ha habet habetic habetical hanumeric", "alr eady", "als o",
    "alt ar er erable eration ernate ernation ernative ernator hough itude o ogether ruism ruistic", "alu minium minum", "alw ays", "ama lgamate lgamation ss teur teurish ze zement",
    "amb assador er iance idextrous ience ient iguity iguous ition itious ivalence ivalent le ulance ush", "ame n nable nd ndment nity thyst", "ami able ably cable cably d dst ss",
    "amm onia unition", "amn esia esty", "amo eba ebae k ng ngst ral rous rphous unt",
    "amp - ere ersand hetamine hibian hibious hitheater hitheatre le lification lify litude utate utation", "amu let se sement",
    "ana chronism emia emic esthesia esthetic gram l lgesic log logous logue logy lyse lysis lyst lytic lytical lyze rchic rchism rchist rchy thema tomical tomy",
    "anc estor estral estry hor horage hovy ient", "and - roid", "ane cdote mia mic sthesia sthetic w", "ang el elic er le ry st uish ular", "ani mal mate mation mosity", "ank le",
    "ann als ex exation ihilate ihilation iversary otate otation ounce ouncement oy oyance ual uity ul ulment", "ano int malous maly n nymity nymous rak ther", "ans wer werable",
    "ant - agonise agonism agonist agonistic agonize eater elope enna ennae hem hill hology hrax hropological hropologist hropology ibiotic ibody ic icipate icipation iclimax "
    "idote ifreeze ipathy iquate ique iquity iseptic isocial itheses ithesis ler onym",
    "anu s", "anv il", "anx iety ious", "any - body how one place thing way where", "aor ta", "apa rt rtheid rtment thetic thy", "ape - rture x", "aph orism", "api ece", "apl omb",
    "apo cryphal logetic logetically logise logize logy stle strophe",
    "app al all aratus arel arent arition eal ear earance ease easement end endage endices endicitis endix etiser etising etite etizer etizing laud lause le liance licability "
    "licable licant lication licator ly oint ointee ointment osite raisal raise reciable reciate reciation reciative rehend rehension rehensive rentice renticeship roach "
    "roachable ropriate ropriation roval rove roximate roximation",
    "apr icot on", "apt - itude", "aqu amarine arium atic educt", "ara ble", "arb iter itrary itrate itration itrator or our",
    "arc - ade ane h haeological haeologist haeology haic hbishop hery hetypal hipelago hitect hitectural hitecture hive hway", "ard ent or our uous", "are - a na",
    "arg uable uably ue ument umentative", "ari a d se sen stocracy stocrat stocratic thmetic", "ark -", "arm - adillo ament chair istice or ory our oury pit y",
    "aro ma matic se und use", "arr aign ange angement ay ears est ival ive ogance ogant ow", "ars e enal enic on",
    "art - efact erial ery ful hritic hritis ichoke icle iculate iculation ifact ifice ificial illery isan ist istic istically istry work", "asb estos",
    "asc end ension ent ertain etic ribe", "ase xual", "ash - amed can en ore tray", "asi de", "ask - ance ew", "asl eep",
    "asp aragus ect en ersion halt hyxiate hyxiation irant iration ire irin",
    "ass - ail ailant assin assinate assination ault emble embly ent ert ertion ertive ess essment essor et ign ignment imilate imilation ist istance istant ociate ociation "
    "ociative ort ortment ume umption urance ure",
    "ast erisk eroid hma onish onishment ound ray ride ringent rological rology ronaut ronomer ronomical ronomy ute", "asy lum mmetry nchronous", "ate -",
    "ath eism eist eistic lete letic", "atl as", "atm osphere ospheric", "ato m mic ne nement", "atr ocious ocity",
    "att ach achment ack ain ainment empt end endance endant ention entive est ic ire itude orney ract raction ractive ributable ribute ribution", "aub urn", "auc tion tioneer",
    "aud acious acity ible ibly ience io it ition itor itorium itory", "aug ment ust", "aun t", "aur a al", "aus picious tere terity",
    "aut hentic hentically henticate henticity hor horisation horise horitarian horitative hority horization horize horship o obiographical obiography ocracy ocrat ocratic "
    "ograph omate omatic omatically omation omobile omotive onomous onomy opsy umn umnal",
    "aux iliary", "ava il ilability ilable lanche rice ricious", "ave nge nue rage rse rsion rt", "avi ation ator d", "avo cado id idable idance w wal", "awa it ke ken rd re y",
    "awe - some", "awf ul", "awh ile", "awk ward", "awn ing", "awo ke ken", "awr y", "axe -", "axi om omatic s", "axl e", "aye -", "aza lea", "azu re", "bab ble e oon y yish",
    "bac helor k kbone kfire kgammon kground khand klash klog kpack kside kslash kspace kstage ktrack kward kwoods on teria terial terium", "bad - e ge minton", "baf fle",
    "bag - el gage gy", "bai l t", "bak e ery", "bal ance cony d e k l lad last lerina let listics loon lot lroom m my oney", "bam boo boozle",
    "ban - al ana d dage danna dit dstand dwagon dwidth dy g i ish ister jo k knote krupt kruptcy quet ter", "bap tise tism tize",
    "bar - b barian baric barous becue biturate d e eback efoot gain ge itone k ley man n nacle nyard ometer on oque rage rel ren rette ricade rier rister tender ter",
    "bas e eball eline ement h hful ic ically il in is k ket ketball s soon tard te", "bat - ch h he hroom htub on sman talion tery tle tlefield tleship", "bau d lk", "baw dy l",
    "bay - onet ou", "baz aar", "bea ch con d dy gle k m n r rable rd st t ten utician utiful utify uty ver", "bec ame ause kon ome",
    "bed - bug clothes lam ridden rock room side spread time", "bee - ch f fy hive n per swax t tle ves", "bef all allen ell it ore orehand riend", "beg - an gar in rudge uile un",
    "beh alf alves ave avior avioral aviour avioural ead eld ind old", "bei ge",
    "bel abor abour ated ch fry ie ief ievable ieve ittle l lboy lhop ligerent low ly ong oved ow t ying", "bem oan use",
    "ben ch d eath ediction efactor eficial eficiary efit evolence evolent ighted ign t", "beq ueath uest", "ber eave eavement eft et ry serk th",
    "bes eech et ide iege ought t tial tiality tow", "bet - a cha ray rayal rothal terment tor ween", "bev erage", "bew are ilder ilderment itch", "bey ond", "bia s",
    "bib - le lical liographic liography", "bic entennial ker ycle", "bid - den e", "bie nnial", "bif ocals", "big - amist amous amy ot otry", "bik e ini",
    "bil ateral e ingual l lboard lfold liards lion low", "bin - ary d go omial", "bio chemical chemistry degradable grapher graphical graphy logical logist logy",
    "bip artisan ed lane", "bir ch d dcage th thday thmark thplace", "bis cuit ect exual hop on", "bit - ch e map ten tersweet", "biz arre",
    "bla b ck ckberry ckbird ckboard cken ckhead ckjack cklist ckmail ckout cksmith cktop dder de me meless nch ncmange nd nk nket re spheme sphemous sphemy st tant ze",
    "ble ach ak ary at d ed mish nd ss w", "bli ght mp nd ndfold nk p ss ssful ster the tz zzard",
    "blo b c ck ckade ckage ckbuster ckhead g nd nde od odhound odshed odshot odstream odthirsty ody om ssom t tch use w wn wout wtorch",
    "blu bber dgeon e ebell eberry ebird egrass eprint ff nder nt r rb rt sh ster", "boa - r rd rdwalk st stful t", "bob - bin cat sled", "bod e ice y yguard ywork", "bog - gle us",
    "boi l sterous", "bol d ogna ster t", "bom b bard bardment", "bon d dage e fire net us y",
    "boo - by k kcase kend kkeeper kkeeping klet kmark kshelf kshop kstore kworm m merang n r rish st t tee th tleg tstrap ty ze", "bop -", "bor der derline e edom n ne ough row",
    "bos om s sy", "bot anical anist any ch h hersome tle tleneck tom tomless", "bou gh ght lder levard nce nd ndary ndless ntiful nty quet rbon rgeois rgeoisie t tique", "bov ine",
    "bow - el l legged", "box - car", "boy - cott friend hood ish",
    "bra - ce celet cket ckish g ggart id in inless instorm inwash iny ise ke n nch nd ndish ndy sh ss ssiere ssy t vado ve very vo wl wn wny y zen zier",
    "bre ach ad adth adwinner ak akable akdown akfast akneck akpoints akthrough akwater ast ath athe athless athtaking d ed eze ezy thren vity w wery",
    "bri be bery ck cklayer dal de degroom desmaid dge dle ef efcase gade ght ghten lliance lliant m mstone ne ng nk ny sk stle tches ttle",
    "bro ach ad adcast aden adside cade ccoli chure il ke ken nchitis nco nze och od ok om th therhood ught w wbeat wbeaten wn wnie wse",
    "bru ise nch nette nt sh sque tal tality te tish", "bub ble bly", "buc k ket kle", "bud - dy ge get", "buf f falo fet foon", "bug - gy le", "bui ld lt",
    "bul b bous ge k ky l ldog ldoze let letin lfight lfrog lion ly", "bum - blebee p py", "bun - ch dle g galow gle ion k ny", "buo y yancy yant",
    "bur ble den densome eau eaucracy eaucrat eaucratic ger glar glary gle ial lap ly n nish nt p r ro row sar st y",
    "bus - h hel hy iness inessman inessmen inesswoman inesswomen s t tle y ybody", "but - cher chery ler t te tercup terfly termilk terscotch tery tock ton tonhole tress", "bux om",
    "buy -", "buz z zard", "bye -", "byg one", "byp ass", "bys tander", "byt e", "byw ay", "cab - aret bage in inet le oose", "cac ao he kle ti tus", "cad - die dying ence et",
    "caf eteria feine", "cag e ey ier iest", "caj ole", "cak e",
    "cal amity cium culate culation culator culi culus endar f iber ibrate ibration ibre ico k l lable ligraphy lous low lus m orie ve",
    "cam - araderie e el eo era ouflage p paign pus",
    "can - al ary cel cellation cer did didacy didate dle dlestick dor dour dy e ine ister ker nery nibal nibalism non not ny oe on onical opy t taloupe tankerous teen vas vass "
    "yon",
    "cap - ability able ably acitance acitor acity e illary ital italisation italise italism italist italization italize itulate rice ricious size sule tain tion tivate tive "
    "tivity tor ture",
    "car - amel at avan bohydrate bon buretor burettor cass cinogenic d dboard diac digan dinal e efree eful eless ess etaker go ibou icature nage nal nation nival nivore "
    "nivorous ol ouse p penter pentry pet riage riageway rion rot ry t tel tilage tographer tography ton toon toonist tridge twheel ve",
    "cas cade e h hew hier hmere ino k ket serole sette t taway te tigate tle toff trate ual ualty",
    "cat - aclysm aclysmic alog alogue apult aract astrophe astrophic call ch chment chy echism egorical egorise egorize egory erpillar fish hedral holic nap nip tle walk",
    "cau cus ght liflower lk sal sality se seway stic tion tious", "cav alier alry e eat ern iar ity ort", "caw -", "cea se sefire seless", "ced ar e", "cei ling",
    "cel ebrate ebration ebrity ery estial ibacy ibate l lar list lo lophane lular lulose", "cem ent etery",
    "cen sor sorship sure sus t tennial terpiece timeter timetre tipede tral tralise tralize tre trepiece trifuge tury",
    "cer amic eal ebral emonial emonious emony tain tainty tificate tify vical", "ces sation",
    "cha fe ff grin in insaw ir irman irmen irperson let lice lk lky llenge mber meleon mp mpagne mpion mpionship nce ncellor ndelier nge ngeable ngeover nnel nt os otic p pel "
    "peron perone plain pter r racter racterisation racterise racteristic racteristically racterization racterize rcoal rge rgeable riot risma rismatic ritable ritably rity "
    "rlatan rm rt se sm ssis ste sten stise stisement stity t tterbox tty uffeur uvinist",
    "che ap apen at ck ckout ckpoint ckup ek ep er erful ery ese esecloth etah f mical mist mistry que rish rry rub rubim ss st stnut w wy",
    "chi - c ck cken de ef eftain ld ldbirth ldhood ldish ldlike ldren li ll lli lly me mney mp mpanzee n na nk ntz p pmunk ropractor rp sel valrous valry",
    "chl orine oroform orophyll", "cho colate ice ir ke lera lesterol ose osy p ppy ral rd re reographer reography rtle rus se sen w wder",
    "chr isten ome omium omosome onic onically onicle onological onology ysanthemum", "chu bby ck ckle g m mmy nk nky rch rn te", "cid er", "cig ar arette", "cin ch der ema namon",
    "cip her", "cir ca cle cuit cuitous cuitry cular culate culation culatory cumcise cumcision cumference cumflex cumstance cumstantial cumvent cumvention cus", "cis tern",
    "cit ation e izen izenship ric rus y", "civ ic il ilian ilisation ilise ility ilization ilize",
    "cla ck d im irvoyance irvoyant m mber mmy mor mour mp n ndestine ng nk p ptrap ret rification rify rinet rity sh sp ss ssic ssical ssification ssify ssmate ssroom ssy tter "
    "use ustrophobia w y",
    "cle an anliness anse ar arance at avage ave f ft mency nch rgy rgyman rgymen ric rical rk ver", "cli ck ent ff mactic mate max mb me nch ng nic nical nk p pboard que toris",
    "clo ak ck ckwise ckwork d g ister ne se set sure t th the thespin ud udburst udy ut ve ven wn", "clu b bhouse ck e eless mp msiness msy ng ster tch tter",
    "coa ch gulate gulation l lesce lition rse rsen st stal stline t x", "cob - alt ble ra web", "coc aine k keyed kpit kroach ktail ky oa onut oon", "cod - e",
    "coe fficient rce rcion xist xistence", "cof fee fer fin", "cog - ency ent nac nitive", "coh erence erent", "coi l n nage ncide ncidence ncidental", "cok e",
    "col ander d ic laborate laboration laborative laborator lage lapse lapsible lar larbone late lateral lation league lect lection lective lector lege legiate lide lie lision "
    "loquial loquialism lusion on onel onial onisation onise onization onize ony or orful orless ossal our ourful ourless t umn",
    "com a b bat batant bination bine bustible bustion e eback edian edy estible et fort fortable fortably ic ical ma mand mandant mandeer mandment mando memorate memoration "
    "mence mencement mend mendable mendation ment mentary mentator merce mercial mercialise mercialism mercialize miserate miseration mission mit mitment mittee modity modore "
    "mon monplace monwealth motion munal mune municable municate munication municative municator munion munique munism munist munity mutative mute pact paction panion panionship "
    "pany parable parative pare parison partment pass passion passionate patibility patible patriot pel pensate pensation pete petence petent petition petitive petitor pilation "
    "pile placency placent plain plaint plement plementary plete pletion plex plexion plexity pliance pliant plicate plication pliment plimentary ply ponent pose posite position "
    "post posure pound prehend prehensible prehension prehensive press pression prise promise pulsion pulsive pulsory punction putation putational pute puterise puterize rade "
    "radeship",
    "con - catenate catenation cave ceal cealment cede ceit ceivable ceivably ceive centrate centration centric cept ception ceptual cern cert certo cession ciliate ciliation "
    "cise clude clusion clusive coct coction cord cordance course crete cur currence currency current cussion demn demnation densation dense descend diment dition ditional "
    "dolence dom dominium done dor ducive duct ductor e fection federacy federate federation fer ference fess fession fetti fidant fide fidence fident fidential fidentiality "
    "figurable figuration figure fine finement firm firmation fiscate fiscation flict form formity found front frontation fuse fusion geal genial gest gestion glomerate "
    "gratulate gratulations gregate gregation gress gressman gressmen gresswoman gresswomen gruent ical ifer iferous jecture jugal jugate jugation junction jure nect nection "
    "nective nectivity nector noisseur notation note quer queror quest science scientious scious secrate secutive sensus sent sequence sequent sequential servation servatism "
    "servative servatory serve sider siderable siderably siderate sideration sign signment sist sistency sistent solation sole solidate solidation sonant sort sortium spicuous "
    "spiracy spirator spire stancy stant stellation sternation stipation stituency stituent stitute stitution stitutional strain straint strict striction struct struction "
    "structive strue sul sular sulate sult sultancy sultant sultation sumable sume sumerism summate sumption tact tagion tagious tain taminate tamination template templation "
    "templative temporary tempt temptible temptuous tend tent tention tentious tentment test testant text textual tiguous tinent tinental tingency tingent tinual tinuation tinue "
    "tinuity tinuous tinuum tort tortion tour traband traception traceptive tract traction tractor tractual tradict tradiction tradictory traption trary trast travene travention "
    "tribute tribution tributor tributory trite trive trol trollable troversial troversy valesce valescence valescent vection vene venience venient vent vention ventional verge "
    "vergence versant versation versational verse version vert vertible vex vey veyance vict viction vince voluted voy vulse vulsion vulsive",
    "coo - k kbook kie l p perate peration perative rdinate rdination rdinator", "cop - e ious perhead ulate ulation y yright",
    "cor al d dial dless don duroy e k kscrew n nea net nflakes nmeal nstarch ny ollary onary onation oner poral porate poration ps pse pulent pus puscle ral rect rection "
    "rective rector relate relation respond respondence respondent ridor roborate roboration rode rosion rosive rupt ruptible ruption sage set tex",
    "cos iness metic mic mology monaut mopolitan mos t tume y", "cot - tage ton tontail tonwood",
    "cou ch gar gh ld ncil ncillor ncilor nsel nsellor nselor nt ntable ntdown ntenance nteract nterattack nterbalance nterclockwise nterexample nterfeit nterpart ntersign ntess "
    "ntless ntry ntryman ntrymen ntryside nty p ple pon rage rageous rier rse rt rteous rtesy rthouse rtroom rtship rtyard sin",
    "cov e enant erage ert et etous", "cow - ard ardice boy girl hide", "cox -", "coy - ote", "coz iness y",
    "cra b bby ck ckle ckpot dle ft ftsman ftsmen fty g ggy m mp nberry ne nium nk nky p sh ss te ve wl yfish yon ze ziness zy",
    "cre ak aky am amy ase ate ation ative ativity ator ature dence dential dibility dible dit ditable ditor dulous ed ek ep epy mate mation pe pt scendo scent st stfallen tin "
    "tinous vasse vice w",
    "cri b cket me minal mson nge nkle pple ses sis sp spy sscross teria terion tic tical ticise ticism ticize tique",
    "cro ak chet ck ckery codile cus fts ny ok on p quet ss ssbow ssroad sswalk ssword tch uch w wbar wd wn",
    "cru cial cifix cifixion cify de dity el elty ise mb mble mmy mple nch nchy sade sh st stacean sty tch x", "cry - baby pt ptic stal stallisation stallise stallization stallize",
    "cub - e ic icle", "cuc koo umber", "cud dle dly", "cue -", "cuf f", "cui sine", "cul inary l minate mination pable prit t tivate tivation tural ture",
    "cum bersome ming s ulative", "cun ning", "cup - board ful",
    "cur - able ator b d dle e few io iosity ious l rant rency rent ricula riculum ry se sor sory t tail tain tsy vature ve",
    "cus hion tard todian tody tom tomary tomisation tomise tomization tomize", "cut - back e icle lery let throat", "cya nide", "cyb ernetics", "cyc le lic list lone",
    "cyl inder indrical", "cym bal", "cyn ic ical icism", "cyp ress", "cys t", "cza r", "dab - ble", "dac hshund", "dad - dy", "dae mon", "daf fodil t", "dag ger", "dai nty ry s sy",
    "dal ly", "dam - age e n nation p pen sel", "dan ce delion druff dy ger gerous gle k", "dap per", "dar e edevil k ken ling n t", "das h hboard tardly", "dat a abase e um",
    "dau b ghter nt ntless", "daw dle n", "day - break dream light time", "daz e zle", "dea con d den dline dlock f l lt n r rth th thbed ves",
    "deb ase asement atable ate auchery ilitate ility it onair rief ris t tor ug unk ut",
    "dec ade adence adent anter apitate ay ease eit eitful eive ency ent entralisation entralise entralization entralize eption eptive ibel ide iduous imal imate ipher ision "
    "isive k laration lare lension line ode ompose omposition orate oration orative orator orous orum oy rease ree repit ry",
    "ded icate ication uce uct uction uctive", "dee d m p pen r",
    "def ace amation amatory ame ault eat eatist ecate ect ective ence enceless end endant ense enseless ensible ensive er erence erential iance iant iciency icient icit ile "
    "inable ine inite inition initive late lation lect lection orm ormity raud rost t unct y",
    "deg enerate radation rade ree", "deh ydrate", "dei fy gn ty", "dej ect ection",
    "del ay ectable egate egation ete eterious etion i iberate iberation icacy icate icatessen icious ight ightful imit inquency inquent irious irium iver iverance ivery ta ude "
    "uge usion uxe ve",
    "dem agogue and ean eanor eanour ented entia erit ise ocracy ocrat ocratic ocratically olish olition on onstrably onstrate onstration onstrative onstrator oralise oralize "
    "ote otion ount ure",
    "den - ial igrate im omination ominator ote ounce se sity t tal tist tistry unciation y", "deo dorant dorise dorize",
    "dep art artment artmental arture end endable endant endence endency endent ict iction lete lorable lore ort ortation ortment ose osit ot rave ravity recate reciate "
    "reciation ress ression rivation rive th uty",
    "der ail ailment ange elict ide ision ivation ivative ive ogatory rick",
    "des cend cendant cendent cent cribable cribe cription criptive criptor ecrate ecration egregation ert erve ign ignate ignation irability irable ire irous ist k ktop olate "
    "olation pair perate peration picable pise pite pondent pot potic sert tabilise tabilize tination tine tiny titute titution troy truction tructive",
    "det ach achable achment ail ain ect ectable ection ective ector ention er ergent eriorate erioration erminable ermination ermine erminism erministic errent est hrone onate "
    "onation onator our ract riment rimental",
    "dev alue astate astation elop elopment iant iate iation ice il ious ise oid olution olve ote otee otion our out", "dew -", "dex terity terous",
    "dia betes betic bolical gnose gnosis gnostic gonal gram l lect log logue meter metrically mond per phragm rrhea rrhoea ry tribe",
    "dic e tate tation tator tatorial tatorship tion tionary", "did -", "die - sel t tary", "dif fer ference ferent ferential ferentiate ferentiation ficult ficulty fuse fusion",
    "dig - estible estion estive it ital itise itize nify nitary nity ress ression", "dik e", "dil apidated ate ation emma igence igent l ute ution",
    "dim - e ension ensional inish inutive ple", "din - e ghy gy osaur", "dio cese xide", "dip - htheria hthong loma lomacy lomat lomata lomatic lomatically",
    "dir e ect ection ective ector ectory ge t ty",
    "dis ability able advantage advantageous agree agreeable agreeably agreement allow ambiguate appear appearance appoint appointment approval approve arm armament array aster "
    "astrous avow band belief believe burse bursement c card cern cernible charge ciple ciplinarian ciplinary cipline claim close closure co color coloration colour colouration "
    "comfort concert connect consolate content continue continuity cord cordant count courage couragement course courteous courtesy cover covery credit creet crepancy crete "
    "cretion cretionary criminate crimination criminatory cus cuss cussion dain dainful ease embark embarkation enchantment engage entangle favor favour figure grace graceful "
    "gruntle guise gust h hearten honest honesty honor honorable honour honourable hwasher illusion illusionment incentive infect infectant ingenuous inherit integrate "
    "integration interested joint k like locate location lodge loyal loyalty mal mantle may member miss missal missive mount obedience obedient obey order own parage parate "
    "parity passionate patch pel pensary pensation pense persal perse persion place placement play please pleasure posable posal pose position possess proportionate prove pute "
    "qualify quiet regard repair reputable repute respect respectful rupt ruption ruptive satisfaction satisfy sect section seminate semination sension sent sertation service "
    "sident similar similarity sipate sipation sociate sociation solute solution solve sonance suade tance tant taste tasteful tend til till tillation tillery tinct tinction "
    "tinctive tinguish tinguishable tort tortion tract traction traught tress tribute tribution tributor trict trust trustful turb turbance use",
    "dit ch her to ty", "div e erge ergence ergent erse ersify ersion ersity ert ide idend ine inity isible ision isive isor orce ulge", "diz ziness zy",
    "doc ile k tor torate trine ument umentary umentation", "dod ge o", "doe -", "dog - gerel house ma matic wood", "doi ly", "dol drums e eful l lar ly phin",
    "dom ain e estic esticate esticity icile inance inant inate ination inion ino", "don - ate ation e key or", "doo dle m r rman rmen rstep rway", "dop e ey ier iest",
    "dor mant mitory sal", "dos - e", "dot - e", "dou ble bly bt btful btless gh ghnut r se", "dov e",
    "dow dy n ncast nfall ngrade nhearted nhill npour nright nstairs nstream ntown nward ny ry", "doz e en",
    "dra b conian ft ftsman ftsmen fty g gon gonfly in inage ma matic matically matisation matise matist matization matize nk pe pery stic stically ught ughtsman ughtsmen ughty "
    "w wback wbridge wl wn",
    "dre ad adful am amt amy ary dge gs nch ss ssmaker ssy w", "dri bble ft ftwood ll nk nkable p ve vel ven veway zzle", "dro ll ne ol op p pout ss ught ve wn wse wsiness wsy",
    "dru dge dgery g ggist gstore m mstick nk nkard nken", "dry -", "dua l lism", "dub - ious", "duc hess k kling t", "dud - e", "due - l t", "duf f", "dug - out", "duk e",
    "dul l ly y", "dum b bbell bfound my p pling pster py", "dun ce e g geon k no", "duo -", "dup e lex licate lication licity", "dur ability able ation ess ing",
    "dus k ky t tbin tmen tpan ty", "dut iful y", "duv et", "dwa rf", "dwe ll lt", "dwi ndle", "dye -", "dyn amic amical amite amo asty", "dys entery lexia", "eac h", "eag er le",
    "ear - ache drum l mark n shot th thquake thworm thy", "eas e el t terly tern tward y ygoing", "eat - en", "eav e esdrop", "ebb -", "ebo ny", "ecc entric entricity lesiastical",
    "ech o", "ecl ectic ipse", "eco logical logist logy nomic nomical nomise nomist nomize nomy system", "ecs tasy tatic", "ecu menical", "ecz ema", "edd y", "edg e ewise y",
    "edi ble ct fice t tion tor torial torship", "edu cate cation cational cator", "eel -", "eer ie", "eff ect ective ectual eminate ervescent iciency icient igy ort ortless usive",
    "ega litarian", "egg - plant", "ego - centric ism tism tist", "eig envalue ht hteen hteenth hth htieth hty", "eit her", "eja culate culation", "eje ct ction", "eke -",
    "ela borate boration pse stic sticity tion", "elb ow", "eld er est",
    "ele ct ction ctive ctor ctoral ctorate ctric ctrical ctrician ctricity ctrify ctrocute ctrocution ctrode ctrolysis ctromagnetic ctron ctronic ctronically ctrostatic gance "
    "gant gy ment mental mentary phant vate vation vator ven venth",
    "elf -", "eli cit gibility gible minate mination te tism tist", "elk -", "ell ipse ipsis iptic iptical", "elm -", "elo ngate pe pement quence quent", "els e ewhere",
    "elu cidate de sive", "elv es", "ema il nate ncipate ncipation",
    "emb alm ankment argo ark arrass arrassment assy ed ellish ellishment er ezzle ezzlement itter lem odiment ody oss race roider roidery ryo ryonic",
    "eme rald rge rgence rgency rgent", "emi grant grate gration nence nent r ssary ssion t", "emo tion tional tive",
    "emp athy eror hases hasis hasise hasize hatic hatically hysema ire irical loy loyee loyment orium ower ress tiness ty", "emu late lation lator lsion", "ena ble ct ctment mel",
    "enc apsulate ase hant hantment ircle lose losure ode ompass ore ounter ourage ouragement roach rypted ryption umber umbrance yclopaedia yclopedia",
    "end - anger ear earment eavor eavour emic ive less orse orsement ow owment urance ure ways", "ene ma my rgetic rgetically rgy", "enf orce orcement",
    "eng age agement ender ine rave ross ulf", "enh ance ancement", "eni gma gmatic", "enj oy oyable oyment", "enl arge argement ighten ightenment ist istment iven", "enm ity",
    "eno rmity rmous ugh", "enq uire uiry", "enr age ich ichment ol oll ollment olment", "ens emble hrine ign lave ue ure",
    "ent ail angle anglement er erprise ertain ertainment hral hrall husiasm husiast husiastic husiastically ice icement ire irety itle ity omologist omology rails rance rant "
    "rap reat reaty rench ropy rust ry wine",
    "enu merate meration nciate nciation", "env elop elope iable ious ironment ironmental irons isage oy y", "enz yme", "eon -", "epa ulet ulette", "eph emeral",
    "epi c demic dermis lepsy leptic logue sode taph thet tome", "epo ch", "eps ilon",
    "equ al alise ality alize animity ate ation ator atorial estrian ilateral ilibrium ine inox ip ipment itable ity ivalence ivalent ivocal", "era - dicate se sure", "ere ct ction",
    "erg o onomic", "ero de sion tic", "err - and ant atic atically oneous or", "ers twhile", "eru dite pt ption", "esc alate alation alator apade ape apism ort",
    "eso phagi phagus teric", "esp ecial ionage", "ess ay ence ential", "est ablish ablishment ate eem imate imation rangement", "etc h", "ete rnal rnity",
    "eth er ereal ic ical nic os", "eti quette", "ety mological mology", "eul ogise ogize ogy", "eup hemism", "eur eka", "eut hanasia",
    "eva cuate cuation de luate luation ngelical ngelism ngelist ngelistic porate poration sion sive",
    "eve - n nt ntful ntual ntuality rgreen rlasting rmore ry rybody ryday ryone rything rywhere", "evi ct ction dence dent l", "evo cative ke lution lutionary lve", "ewe -",
    "exa cerbate ct ggerate ggeration lt ltation m mination mine mple sperate speration",
    "exc avate avation eed el ellence ellent ept eption eptional erpt ess essive hange ise itable ite itement laim lamation lude lusion lusive ommunicate ommunication rement "
    "rete ruciating ursion usable use",
    "exe cutable cute cution cutive cutor mplary mplify mpt mption rcise rt rtion", "exh ale aust austion austive ibit ibition ilarate ilaration ort ortation ume",
    "exi le st stence stent stential t", "exo dus nerate neration rbitant tic",
    "exp and andable anse ansion ansive atriate ect ectancy ectant ectation ediency edient edite edition el end endable enditure ense ensive erience eriment erimental "
    "erimentation ert ertise iration ire iry lain lanation lanatory letive licable licit lode loit loitation loration lore losion losive onent onential ort ose osition osure "
    "ound ress ression ressive ressway ulsion",
    "exq uisite",
    "ext ant emporaneous end ension ensive ent erior erminate ermination ernal inct inction inguish ol ort ortion ortionate ra ract raction racurricular radite radition raneous "
    "raordinary rapolate rapolation raterrestrial ravagance ravagant reme remist remity ricate rovert",
    "exu berance berant de lt ltant ltation", "eye - ball brow lash lid sight sore witness", "fab le ric ricate rication ulous",
    "fac ade e eless et etious ial ile ilitate ility simile t tion tor torial torisation torization tory tual ulty", "fad - e", "fae ces", "fag got ot",
    "fai l lure nt r ry th thful thless", "fak e", "fal con l lacious lacy len lible lout se sehood setto sification sify sity ter",
    "fam e iliar iliarise iliarity iliarize ily ine ous", "fan - atic atical ciful cy fare g tastic tastically tasy", "far - away ce e ewell m mland ther thest",
    "fas cinate cination cism cist hion hionable hionably t ten tidious", "fat - al alistic ality e eful her herhood herland hom igue ten ty uous", "fau cet lt ltless lty na",
    "fav or orable orably orite oritism our ourable ourably ourite ouritism", "faw n", "faz e", "fea r rful rless rsome sibility sible st t ther thery ture", "fec es",
    "fed - eral eralism eralist eration", "fee - ble dback l t", "fei gn nt", "fel ine l low lowship on ony t", "fem ale inine ininity inism inist", "fen - ce d",
    "fer ment mentation n ocious ocity ret ry tile tilisation tilise tility tilization tilize vent vor vour", "fes ter tival tive tivity toon", "fet ch ed id ing ish ter us",
    "feu d dal dalism", "fev er erish", "few -", "fez - zes", "fia sco", "fib - erglass re reglass", "fic he kle tion tional titious", "fid dle dly elity get gety",
    "fie ld nd ndish rce ry sta", "fif teen teenth th tieth ty", "fig - ht ment urative ure urehead", "fil ament ch e et l let ly m my ter th thy",
    "fin - al ale alise alist ality alize ance ancial ancier ch d e esse ger gernail gerprint gertip icky ish ite",
    "fir - e earm ecracker efighter efly eman emen eplace eproof eside ewood ework m mware st sthand", "fis cal h herman hermen hery hy sion sure t", "fit - ful", "fiv e",
    "fix - able ation ture", "fiz z zle zy",
    "fla bby g gpole grant gship gstone il ir k ke ky mboyance mboyant me mingo mmable nk nnel p pjack re sh shback shlight shy sk t tten ttery unt utist vor vour w wless",
    "fle a ck d dged dgling e ece ecy et sh shy w x xibility xible xibly", "fli ck ght ghtless ghty msiness msy nch ng nt p ppant rt rtation rtatious t",
    "flo at ck g od odlight or p ppy ra ral rid rist ss tilla unce under ur urish ut w wery wn",
    "flu - ctuate ctuation e ency ent ff ffy id ke ng nk nky orescent rry sh ster te tist tter x", "fly - over", "foa l m my", "foc al us", "fod der", "foe -", "fog - ey gy horn y",
    "foi ble l st", "fol d iage k klore ksy low ly", "fom ent", "fon d dle t",
    "foo d dstuff l lhardy lish lproof t tage tball thill thold tlights tnote tpath tprint tstep tstool twear twork",
    "for - age ay bade bear bearance bid bidden bore borne ce ceful ceps cible cibly d e earm ebode ecast efather efinger efront ego egone eground ehead eign eleg eman emen "
    "emost ensic eplay erunner esaw esee eseeable eseen eshadow esight eskin estall estry etaste etell ethought etold ever ewarn ewent eword feit gave ge gery get getful give "
    "given go gone got gotten k lorn m mal malise mality malize mat mation mative midable mless mula mulae mulate mulation nication sake saken sook swear swore sworn t te th "
    "thcoming thright thwith tieth tification tify titude tnight tress tuitous tunate tune ty um ward went",
    "fos sil silise silize ter", "fou ght l nd ndation ndling ndry nt ntain r rteen rteenth rth", "fow l", "fox - y", "foy er",
    "fra cas ctal ction ctional cture gile gility gment gmentary gmentation grance grant il ilty me mework nc nchise nk nkfurter ntic ntically ternal ternise ternity ternize ud "
    "udulent ught y",
    "fre ak ckle e edom ehand elance eway eze ight nch nzy quency quent sh shen shman shmen shwater t tful",
    "fri ar ction end endliness endship eze gate ght ghten ghtful gid gidity ll lly nge sk sky tter volity volous zzy",
    "fro - ck g lic licked licking m nd nt ntage ntal ntier st stbit stbite stbitten sty th thy wn ze zen", "fru gal gality it itful ition itless ity strate stration", "fry -",
    "fud ge", "fue l", "fug itive", "ful crum fil fill fillment filment l ly", "fum ble e igate igation",
    "fun - ction ctional ctionality d damental damentalism damentalist eral gi gicide gus nel ny",
    "fur - ious l long lough nace nish niture or ore row ry ther thermore thest tive y", "fus e elage ion s sy", "fut ile ility ure uristic", "fuz z zy", "gab - le", "gad get",
    "gag -", "gai ety n nful t", "gal - a actic axy e l lant lantry lery ley livant lon lop lows ore vanise vanize", "gam bit ble e ma ut", "gan der g gling gplank grene gster gway",
    "gap - e", "gar age b bage ble den denia gle goyle ish land lic ment net nish ret rison rulous ter", "gas - eous h ket oline p tric", "gat e eway her", "gau dy ge nt ntlet ze",
    "gav e el", "gaw k ky", "gay -", "gaz e elle ette", "gea r", "gee - se", "gel - atin d", "gem -",
    "gen der e ealogical ealogy era eral eralisation eralise erality eralization eralize erate eration erator eric erosity erous esis etic etically eticist ial ie ii ital ius "
    "ocide re t tile tility tle tleman tlemen try uine us",
    "geo graphic graphical graphy logical logist logy metric metry", "ger anium bil m micide minate mination", "ges tation ticulate ture", "get - away", "gey ser", "gha stly",
    "ghe tto", "gho st ul", "gia nt", "gib ber berish e", "gid diness dy", "gif t", "gig - antic gle", "gil d l t", "gim me mick", "gin - ger gerbread gham",
    "gir affe der dle l lfriend lhood lish th", "gis t", "giv e en", "giz zard", "gla cial cier d dden de diator morise morize morous mour nce nd ndular re ss ssware ssy ze",
    "gle am an e n", "gli b de mmer mpse nt sten tter", "glo at bal be bular bule om omy rification rify rious ry ss ssary ssy ve w", "glu cose e m t tton ttony", "gly cerin cerine",
    "gna rl sh t w", "gno me", "gnu -", "goa d l lie lkeeper t tee", "gob - ble let lin", "god - child children dess father less like mother parent send", "goe s", "gog gle",
    "goi ng", "gol d den dfish dsmith f", "gon dola e g na", "goo - d dbye dnight dwill dy ey f fy ier iest n se", "gop her", "gor e ge geous illa y", "gos h ling pel samer sip",
    "got - ten", "gou ge lash rd rmet t", "gov ern erness ernment ernmental ernor", "gow n",
    "gra b ce ceful celess cious dation de dient dual duate duation ffiti ffito ft in m mmar mmatical mophone nd ndchild ndchildren nddaughter ndeur ndfather ndiose ndmother "
    "ndparent ndson ndstand nite nny nola nt nular nule pe pefruit pevine ph phic phical phite pple sp ss sshopper ssy te teful tification tify titude tuitous tuity ve vel ven "
    "vestone veyard vitate vitation vitational vity vy y ze",
    "gre ase asy at ed ediness edy en enback enery enhorn enhouse et garious mlin nade w y yhound",
    "gri d ddle diron ef evance eve evous ll lle m mace me my n nd ndstone p pe sly stle t tty zzled zzly",
    "gro an cer cery ggy in om ove ovy pe ss tesque tto uch uchy und undless undwork up use ve vel w wl wn wth yne", "gru b bby dge el esome ff mble mpy nt",
    "gua rantee rantor rd rdian", "gub ernatorial", "gue rrilla ss ssable sswork st", "guf faw", "gui dance de debook deline ld le llotine lt ltless lty nea se tar tarist",
    "gul ch f l let lible ly p", "gum - drop my ption", "gun - fire man men powder shot", "gup py", "gur gle u", "gus h t ty", "gut -", "guy -", "guz zle", "gyb e",
    "gym - nasium nast nastics", "gyn aecologist aecology ecologist ecology", "gyr ate ation oscope", "hab it itable itat itation itual", "hac k kney ksaw", "had - dock",
    "hae moglobin mophilia morrhage", "hag - gard gle", "hai l lstone r rcut rdo rdresser rline ry", "hal e f fway ibut l lelujah lmark lucination lway o on t ve",
    "ham - burger let mock per ster string strung",
    "han d dbag dbook dcuff dful dicap dicraft diwork dkerchief dle dlebar dmade dout drail dshake dsome dwriting dy g gar gout gover ker", "hap hazard less pen piness py",
    "har angue ass assment bor bour d dback den dliner dship dware dwood dy e ebrained em k lot m mful mless monic monica monious monise monize mony ness p pist poon psichord "
    "row ry sh t vest",
    "has - h sle te ten ty", "hat - ch chet e eful red", "hau ghtiness ghty l nt", "hav e en oc", "haw k", "hay - stack wire", "haz ard ardous e el y",
    "hea d dache dfirst dland dlight dline dlong dmaster dphone dquarter drest droom dstone dstrong dway dy l lth lthcare lthful lthy p r rd rsay rse rt rtache rtbeat rtbreak "
    "rtbroken rtburn rten rtfelt rth rtless rty t th then ve ven viness vy vyweight",
    "hec kle tic", "hed ge gehog", "hee d dless l", "hef ty", "hei fer ght ghten nous r rloom", "hel d icopter iport ium l lish lo m met p pful pless",
    "hem - isphere lock oglobin ophilia orrhage p", "hen - ce ceforth chman chmen", "hep atitis",
    "her - ald b bivorous d e eabouts eafter eby editary edity ein esy etic etical ewith itage maphrodite mit nia o oic oin oine oism on pes self",
    "hes - itancy itant itate itation", "het erogeneous erosexual erosexuality", "heu ristic", "hew -", "hex adecimal agon agonal", "hey - day", "hia tus", "hib ernate ernation",
    "hic cup k kory", "hid - den e eaway eous", "hie rarchical rarchy roglyphic", "hig h hbrow hland hlight hway", "hij ack", "hik e", "hil arious arity l lbilly lside ly t",
    "him - self", "hin d drance dsight ge t terland", "hip - pie popotamus py", "hir e", "his - s togram torian toric torical tory", "hit - ch chhike her herto", "hiv e",
    "hoa rd rse x", "hob bit ble by byhorse goblin nob o", "hoc k key", "hod gepodge", "hoe -", "hog -", "hoi st", "hol d dup e iday iness ler low ly ocaust ster y",
    "hom age e eland eless emade esick espun estead eward ework ey icidal icide ier iest ogeneous ogenise ogenize onym ophobic osexual osexuality",
    "hon e esty ey eycomb eymoon eysuckle k or orable orary our ourable", "hoo d dlum dwink f k p ray t ves", "hop - e eful eless scotch",
    "hor de izon izontal mone n net ny oscope rendous rible ribly rid rific rify ror se seback seman seplay sepower seradish seshoe ticultural ticulture",
    "hos e iery pitable pital pitalisation pitalise pitality pitalization pitalize t tage tel tess tile tility", "hot - bed el head",
    "hou nd r rglass se seboat sehold sekeeper sewarming sewife sewives sework", "hov e el", "how - ever l", "hub - bub", "hud dle", "hue -", "huf f fy", "hug - e", "huh -",
    "hul k l labaloo", "hum - an ane anise anism anist anitarian anity anize ble bly bug drum id idify idity iliate iliation ility mingbird or orist orous our p",
    "hun ch chback dred dredth g gry k t", "hur dle l rah ricane ry t tful tle", "hus band h k kiness ky tle", "hut - ch", "hya cinth", "hyb rid",
    "hyd rant raulic roelectric rogen roplane", "hye na", "hyg iene ienic", "hym n nal",
    "hyp erbole ertension hen henate henation nosis notic notise notism notist notize ochondria ochondriac ocrisy ocrite ocritical otenuse otheses othesis othesise othesize "
    "othetical",
    "hys teria teric terical", "ice - berg breaker", "ici cle", "ico n", "icy -", "ide a al alise alist alistic alize ntical ntifiable ntification ntify ntity ological ology",
    "idi ocy om omatic osyncrasy osyncratic ot otic", "idl e y", "ido l lise lize", "idy llic", "ifs -", "igl oo", "ign ite ition orance orant ore", "igu ana", "ilk -",
    "ill - egal egible egibly egitimate icit iteracy iterate ogical uminate umination usion usory ustrate ustration ustrative ustrator ustrious",
    "ima ge gery ginable ginary gination ginative gine", "imb alance ecile", "imi tate tation tative tator",
    "imm aculate aterial ature aturity easurable easurably ediate ense ensity erse ersion igrant igrate igration inent obile obilise obilize oral orality ortal ortality ovable "
    "une unisation unise unity unization unize",
    "imp - act air airment ale art artial artiality assable asse assioned assive atience atient each eccable edance ede ediment el end enetrable erative erceptible erceptibly "
    "erfect erfection erial erialism erialist eril ersonal ersonate ersonation ertinence ertinent ervious etuous etus inge ish lacable lant lausible lement lementable "
    "lementation licate lication licit lore olite ort ortance ortant ortation ose osition ossibility ossible ossibly ostor otence otent ound overish ractical recise regnable "
    "regnate ress ression ressionable ressive rint rison risonment robability robable robably romptu roper ropriety rove rovement rovisation rovise udence udent ulse ulsive "
    "unity ure urity",
    "ina bility ccessible ccuracy ccurate ction ctive ctivity dequacy dequate dmissible dvertent dvisable lienable ne nimate pplicable ppropriate rticulate smuch udible ugural "
    "ugurate uguration uspicious",
    "inb orn red reed uilt",
    "inc alculable andescence andescent antation apable apacitate apacity arcerate arceration arnate arnation endiary ense entive eption essant est estuous h idence ident "
    "idental inerate inerator ision isive isor ite itement lination line lude lusion lusive ognito oherence oherent ome omparable ompatibility ompatible ompatibly ompetence "
    "ompetent omplete omprehensible onceivable onclusive ongruity ongruous onsequential onsiderable onsiderate onsistency onsistent onsolable onspicuous onvenience onvenient "
    "orporate orporation orrect orrigible rease redible redibly redulity redulous rement remental riminate ubate ubation ubator umbent ur urable",
    "ind ebted ecency ecent ecision ecisive eed efensible efinable efinite elible elibly elicate ent entation ependence ependent escribable estructible eterminate ex icate "
    "ication icative icator ices ict ictment ifference ifferent igenous igestible igestion ignant ignation ignity igo irect irection iscreet iscretion iscriminate ispensable "
    "isposed isputable istinct istinguishable ividual ividualism ividualist ividuality ivisible octrinate octrination olence olent omitable oor uce ucement uct uction ulge "
    "ulgence ulgent ustrial ustrialisation ustrialise ustrialist ustrialization ustrialize ustrious ustry",
    "ine dible ffective ffectual fficiency fficient legant ligible pt ptitude quality rt rtia rtial scapable vitable vitably xact xcusable xhaustible xorable xorably xpensive "
    "xperience xplicable xplicably xtricably",
    "inf allible amous amy ancy ant antile antry atuation easible ect ection ectious elicity er erence erior eriority erno ertile est estation idel idelity ield iltrate "
    "iltration inite initesimal initive inity irm irmary irmity ix lame lammable lammation lammatory latable late lation lationary lection lexible lexion lict luence luential "
    "luenza lux o orm ormal ormality ormant ormation ormational ormative raction rared rastructure requent ringe ringement uriate use usion",
    "ing enious enuity est rain ratiate ratitude redient", "inh abit abitant ale erent erit eritance ibit ibition ospitable uman umane umanity",
    "ini tial tialisation tialise tialization tialize tiate tiation tiative tiator", "inj ect ection unction ure urious ury ustice", "ink - ling y", "inl aid and ay et", "inm ate",
    "inn - ards ate ermost keeper ocence ocent ocuous ovation ovative uendo umerable", "ino culate culation ffensive perative pportune rdinate", "inp ut",
    "inq uest uire uiry uisition uisitive",
    "ins - ane anity atiable cribe cription crutable ect ecticide ecure ecurity ensitive ensitivity eparable ert ertion ide idious ight ignia ignificance ignificant incere "
    "incerity inuate inuation ipid ist istence istent ofar olence olent oluble olvency olvent omnia pect pection pector piration pire tability tall tallation tallment talment "
    "tance tant tantaneous tead tep tigate tigation til till tinct tinctive titute titution titutional titutionalise titutionalize truct truction tructive tructor trument "
    "trumental ubordinate ubordination ubstantial ufferable ufficient ular ulate ulation ulator ulin ult urance ure urgent urmountable urrection",
    "int act ake angible eger egral egrate egration egrity ellect ellectual elligence elligent elligible elligibly end ense ensify ensity ensive ent ention entional er eract "
    "eraction eractive ercede ercept erception erchange erchangeable ercom erconnect ercontinental ercourse erdependence erdependent erface erfere erference erim erior erject "
    "erjection erlock erloper erlude ermarriage ermarry ermediary ermediate erment erminable erminably ermingle ermission ermittent ern ernal ernational ernet erplanetary erplay "
    "erpolation erpose erpret erpretation erracial errogate errogation errogator errupt erruption ersect ersection ersperse erstate erstellar ertwine erval ervene ervention "
    "erview erweave erwove erwoven estinal estine imacy imate imation imidate imidation o olerable olerably olerance olerant onation oxicate oxication ractable ramural ransitive "
    "ravenous repid ricacy ricate rigue rinsic rinsically roduce roduction roductory rospective rovert rude rusion rusive uition uitive",
    "inu ndate ndation",
    "inv ade alid alidate aluable ariable ariably ariant asion ective ent ention entive entor entory erse ersion ert ertebrate est estigate estigation estigator estment estor "
    "eterate igorate incible isibility isible isibly itation ite ocation oice oke oluntary olve olvement ulnerable",
    "inw ard", "iod ine", "ion -", "iot a", "ira scible te", "ire -", "iri descence descent s", "irk -", "iro n nic nically ny",
    "irr adiate ational econcilable efutable egular egularity elevance elevant eparable eplaceable epressible eproachable esistible espective esponsibility esponsible etrievable "
    "etrievably everence everent eversible evocable evocably igate igation itability itable itably itant itate itation",
    "isl and e", "iso late lation", "iss ue", "ist hmus", "ita lic licise licize", "itc h hy", "ite m mise mize rate ration rative", "iti nerant nerary", "its - elf", "ivo ry",
    "ivy -", "jab -", "jac k kal kass kdaw ket kknife kknives kpot", "jad e", "jag ged uar", "jai l", "jal opy", "jam - b boree", "jan gle itor", "jar - gon", "jau ndice nt nty",
    "jav elin", "jaw - bone", "jay - walk", "jaz z", "jea lous lousy ns", "jee r", "jel l ly lyfish", "jeo pardise pardize pardy", "jer k ky sey", "jes t", "jet - tison ty",
    "jew el ellery elry", "jib e", "jif fy", "jig - gle saw", "jil t", "jin gle x", "jit ters tery", "job -", "joc key ular", "jog -", "joi n nt", "jok e", "jol ly t", "jos tle",
    "jot -", "jou rnal rnalism rnalist rney", "jov ial", "joy - ful ous stick", "jub ilant ilation ilee", "jud ge gement gment icial iciary icious o", "jug - gernaut gle ular",
    "jui ce cy", "jum ble bo p py", "jun ction cture gle ior iper k ket kie ta", "jur isdiction or y", "jus t tice tifiable tifiably tification tify", "jut - e", "juv enile",
    "jux tapose taposition", "kal eidoscope", "kan garoo", "kar at ate", "kay ak", "kee l n p psake", "keg -", "kel p", "ken - nel", "kep t", "ker b chief nel osene", "ket chup tle",
    "key - board hole note stone stroke word", "kha ki", "kic k kback koff", "kid - nap ney", "kil l n o obyte ogram ometer ometre owatt t", "kim ono",
    "kin - d da dergarten dle dred folk g gdom gfisher k ky ship", "kio sk", "kip per", "kis s", "kit - chen chenette e ten ty", "kiw i", "kna ck psack", "kne ad e ecap el lt w",
    "kni ckers fe ght ghthood t ves", "kno b ck ckout ll t tty w wledge wledgeable wn", "knu ckle", "koa la", "kos her", "kow tow", "kud os", "lab - el or oratory orious our yrinth",
    "lac e erate eration k kluster klustre quer rosse y", "lad - e en le y ybug ylike", "lag - gard oon", "lai d n r", "lak e", "lam b bda e ent entable entation p poon",
    "lan ce d dlady dlocked dlord dmark downer dscape dslid dslide e guage guid guish guor guorous ky tern", "lap - el se", "lar ceny d ge k va vae ynges yngitis ynx",
    "las civious er h s t", "lat ch e ent eral ex h he itude rine ter tice", "lau d dable gh ghable ghingstock ghter nch nder ndry reate rel", "lav a atory ender ish",
    "law - ful less maker n suit yer", "lax - ative ity", "lay - man men out", "laz iness y",
    "lea ch d den dership f flet fy gue k kage ky n p pfrog pt rn rnt se sh st ther thery ve", "lec tern ture", "led - ge", "lee - ch k ry way", "lef t tmost",
    "leg - acy al alise alistic ality alize end endary ibility ible ibly ion islate islation islative islator islature itimacy itimate ume", "lei sure", "lem me on onade",
    "len d gth gthen gthwise gthy iency ient s t til", "leo pard tard", "lep er rosy", "les bian ion s sen son t", "let - down hal hargic hargy terhead tuce up", "leu kaemia kemia",
    "lev ee el er erage ity y", "lew d", "lex ical icon", "lia bility ble ison r",
    "lib el ellous elous eral eralisation eralise eralism eralization eralize erate eration ertarian erty rarian rary retto", "lic e ence ense hen k orice", "lid -",
    "lie - u utenant", "lif e eboat eforms eguard eless elike eline elong espan estyle etime t", "lig ament ature ht hten hthouse htning htweight",
    "lik able e eable elihood en ewise", "lil ac t y", "lim b bo e elight erick estone it itation itless ousine p",
    "lin chpin e eage ear efeed en ger gerie go guist guistic iment k kage oleum t", "lio n ness", "lip - stick", "liq uefy ueur uid uidate uidation uor uorice", "lis p t ten tless",
    "lit - any eracy eral erary erate erature he hium igation re terbug tle urgical urgy", "liv able e eable elihood eliness en estock id", "liz ard", "lla ma",
    "loa d dable f m n th the thsome ves", "lob - by byist e otomy ster", "loc al ale alise ality alize ate ation k ket ksmith omotion omotive ust", "lod ge", "lof t tiness ty",
    "log - arithm arithmic ic ical ician o", "loi n ncloth ter", "lol l lipop", "lon e eliness esome g gevity ghand gish gitude gitudinal gshoreman gshoremen",
    "loo k kout m n nie ny p phole se sen t", "lop - e sided", "lor d e ry", "los e s t", "lot - ion tery us", "lou d dspeaker nge se sy", "lov able e eliness", "low - down",
    "loy al alty", "loz enge", "lub ricant ricate rication", "luc id k ky rative", "lud icrous", "lug - gage", "luk ewarm", "lul l laby", "lum ber berjack inary inous p py",
    "lun acy ar atic ch cheon chtime g ge", "lup in ine", "lur ch e id k", "lus cious h t tre trous ty", "lut e", "lux uriant uriate urious ury", "lye -", "lym ph phatic", "lyn ch",
    "lyr e ic ical", "mac abre aroni e hete hine hinery hinist ho kerel roscopic", "mad - am ame cap den e house man men", "mae lstrom",
    "mag azine enta got ic ical ician istrate nanimity nanimous nate nesium net netic netise netism netize nificence nificent nify nitude nolia num pie", "mah ogany",
    "mai d den l lbox lman lmen m n nframe nland nline nstay nstream ntain ntainability ntainable ntenance ze", "maj estic estically esty or ority", "mak e eshift eup",
    "mal adjusted ady aria e evolence evolent formed function ice icious ign ignancy ignant l lard leable let nutrition practice t treat", "mam a ma mal malian moth",
    "man - acle age ageable agement agerial date datory dible dolin e euver ge gle go grove gy handle hole hood ia iac iacal ic icure icurist ifest ifestation ifesto ifold "
    "ipulate ipulation kind liness nequin nerism nish oeuvre or power sion slaughter tel telpiece tle ual ufacture ure uscript y",
    "map - le",
    "mar - athon ble ch e garine gin ginal ia igold ijuana ina inate ine ionette ital itime k ket ketable ketplace ksman ksmen malade oon quee riage row ry sh shal shmallow shy "
    "supial t tial tin tyr tyrdom vel vellous velous",
    "mas - cara cot culine h k ochist on onry querade s sacre sage sive t terful termind terpiece tery ticate turbation",
    "mat - ador ch chbook chless chmaker e erial erialise erialism erialist erialistic erialize ernal ernity h hematical hematician hematics riarch riarchal rices riculate "
    "riculation rimonial rimony rix ron t te tress ure urity",
    "mau dlin l soleum ve", "mav erick", "max im ima imal imise imize imum", "may - be hem onnaise or", "maz e",
    "mea dow ger gre l ly n nder ningful ningless nt ntime nwhile sles sly surable sure surement t", "mec hanic hanical hanise hanism hanize",
    "med al allion dle dlesome ia ian iate iation iator ical icate ication icinal icine ieval iocre iocrity itate itation ium ley", "mee k t", "meg abyte alomaniac aphone aton",
    "mel ancholy low odic odious odrama odramatic ody on t", "mem ber bership brane ento o oir orable orably orandum orial orise orize ory",
    "men - ace agerie d ial opause strual struate struation tal tality thol tion tor u", "meo w",
    "mer cantile cenary chandise chant ciful ciless cury cy e ge idian ingue it maid riment ry", "mes - dames h s sage senger sy",
    "met - abolic abolism al allic allurgy amorphose amorphosis aphor aphorical aphysical aphysics e eor eoric eorite eorologist eorology hod hodical hodology iculous re ric ro "
    "ropolis ropolitan tle",
    "mew -", "mez zanine", "mia ow", "mic e robe robiology rocode rocomputer rofiche rofilm rometer rometre roorganism rophone roprocessor roscope roscopic rosecond rowave",
    "mid day dle dleman dlemen get night riff st stream summer way wife wives", "mie n", "mig ht hty raine rant rate ration ratory", "mik e",
    "mil d dew e eage estone itancy itant itary itate itia k kman kmen ky l ligram limeter limetre liner linery lion lionaire lionth lisecond", "mim e ic icked icking icry",
    "min ce cemeat d dbogglingly dful dless e efield eral gle iature ibus icomputer imal imalism imalist imise imize imum ion ister isterial istry k now or ority strel t uet us "
    "uscule ute",
    "mir acle aculous age e ror th",
    "mis adventure apprehension appropriate appropriation behave behavior behaviour carriage carry cellaneous cellany chief chievous conception conduct construe deed demeanor "
    "demeanour direct direction er erable erably ery fit fortune giving guide hap inform information interpret interpretation judge laid lay lead led management match nomer "
    "place print quote read represent representation s shapen sile sion sionary sive spell t take taken tletoe took tress trust ty type understand understood use",
    "mit e igate t ten", "mix - ture", "mne monic", "moa n t", "mob - ile ilisation ilise ility ilization ilize", "moc casin k kery kingbird",
    "mod - al e el erate eration erator ern ernisation ernise ernity ernization ernize esty icum ification ify ular ulate ulation ule", "moh air", "moi st sten sture",
    "mol ar asses d dy e ecular ecule lify lusc lusk t ten", "mom - ent entary entous entum",
    "mon arch archy astery astic etarism etary ey goose grel ies itor k key ochrome ogamous ogamy ogram olithic ologue opolise opolize opoly orail osyllable otonically otonous "
    "otony soon ster strosity strous th ument umental",
    "moo - d dy n nbeam nlight r se t", "mop - e", "mor al ale alist ality ass atorium bid e eover gue n on onic ose phine phology sel tal tality tar tgage tification tify tuary",
    "mos aic que quito s sy t", "mot el h hball herhood if ion ionless ivate ivation ive ley lier liest or orbike orcade orcycle orise orist orize orway to",
    "mou ld ldy lt nd nt ntain ntaineer ntainous rn rnful se sse stache sy th thful thpiece", "mov able e ement ie", "mow -", "muc h k ous us", "mud - dle dy", "muf f fin fle",
    "mug - giness gy", "mul ch e l ti tinational tiple tiplication tiplicative tiplicity tiply tiprocessing titasking titude", "mum - ble mify my ps", "mun ch dane icipal icipality",
    "mur al der derous ky mur", "mus cle cular e eum h hroom hy ic ical ician k ket s sel t tache tang tard ty", "mut ant ate ation e ilate ilation inous iny t ton ual", "muz zle",
    "myo pic", "myr iad", "mys - elf terious tery tic tical ticism tify", "myt h hical hological hology", "nab -", "nag -", "nai l ve vety", "nak ed", "nam e eless esake",
    "nap - alm e kin py", "nar cotic rate ration rative rator row", "nas al tiness ty",
    "nat ion ional ionalise ionalism ionalist ionalistic ionality ionalize ionwide ive ivity ty ural uralisation uralise uralist uralization uralize ure",
    "nau ght ghtiness ghty sea seate seous tical", "nav al el igable igate igation igator y", "nay -", "nea r rby rsighted t", "neb ula ulae ulous",
    "nec essary essitate essity k kerchief klace kline ktie rophilia tar tarine", "nee d dle dless dlework dy",
    "neg ate ation ative lect lectful ligee ligence ligent ligible otiable otiate otiation otiator", "nei gh ghbor ghborhood ghborliness ghbour ghbourhood ghbourliness ther",
    "neo n phyte", "nep hew otism", "ner ve vous", "nes t tle", "net - her tle work", "neu ral rologist rology ron roses rosis rotic ter tral tralise trality tralize tron",
    "nev er ertheless", "new - bie born comer fangled sagents scast sletter spaper sprint sstand sy t ton", "nex t", "nib ble", "nic e ety he k kel kname otine", "nie ce", "nif ty",
    "nig h ht htclub htfall htgown htingale htmare htmarish httime", "nil -", "nim ble bly", "nin compoop e eteen eteenth etieth ety ny th", "nip - ple py", "nit - rate rogen wit",
    "nob ility le leman lemen lewoman lewomen ly ody", "noc turnal", "nod - e", "noe s", "noi se seless siness sy", "nom ad adic enclature inal inate ination inative inee",
    "non - chalance chalant committal conformist descript e entity etheless fiction flammable partisan profit resident sense sensical standard stop trivial violence",
    "noo dle k n se", "nor - m mal mality th theast theasterly theastern therly thern thward thwest thwestern", "nos e ebleed talgia talgic tril y",
    "not - able ably ation ch e ebook eworthy hing ice iceable iceably iceboard ification ify ion ional oriety orious withstanding", "nou gat ght n rish rishment",
    "nov a el elist elty ice", "now - adays here", "nox ious", "noz zle", "nua nce", "nuc lear lei leus", "nud e ge ity", "nug get", "nui sance", "nul l lify",
    "num b eral erate erator eric erical erous", "nun -", "nup tial", "nur se semaid sery ture", "nut - cracker meg rient riment rition ritional ritious shell ty", "nuz zle",
    "nyl on", "nym ph", "oaf -", "oak -", "oar -", "oas es is", "oat h meal", "obe dience dient lisk se sity y", "obf uscation", "obi tuary",
    "obj ect ection ectionable ective ectivity ector", "obl igate igation igatory ige ique iterate iteration ivion ivious ong", "obn oxious", "obo e",
    "obs cene cenity cure curity ervable ervance ervant ervation ervatory erve ess ession essive olescence olescent olete tacle tetrician tetrics tinacy tinate truct truction "
    "tructive",
    "obt ain ainable rusive use", "obv ious", "occ asion asional upancy upant upation upational upy ur urrence", "oce an anic anography", "oct agon agonal al ave opus", "ocu lar",
    "odd - ity", "ode -", "odi ous", "odo meter r ur", "oes ophagi ophagus", "off - beat ence end ense ensive hand ice icial iciate icious load set shoot shore spring stage",
    "oft en", "ogl e", "ogr e", "ohm -", "ohs -", "oil - y", "oin tment", "oka y", "okr a", "old - en", "olf actory", "oli ve", "ome ga let lette n", "omi nous ssion t",
    "omn ibus ipotence ipotent ipresent iscient", "onc e oming", "one - rous self", "ong oing", "oni on", "onl ooker y", "ono matopoeia", "onr ush", "ons et laught", "ont o",
    "onu s", "onw ard", "ood les", "ooz e", "opa l que", "ope n ra rand rate ratic ration rational rative rator", "oph thalmologist thalmology", "opi nion nionated um", "opo ssum",
    "opp onent ortune ortunist ortunity ose osite osition ress ression ressive ressor",
    "opt - ic ical ician ima imal imisation imise imism imist imistic imization imize imum ion ional ometrist", "opu lent s", "ora cle l nge ngutan tion tor tory", "orb it ital",
    "orc hard hestra hestral hestrate hestration hid", "ord ain eal er inance inary ination", "ore -",
    "org an anic anisation anisational anise anism anist anization anizational anize asm y", "ori ent ental entate entation fice gin ginal ginality ginate ginator",
    "orn ament amental ate ithologist ithology", "orp han hanage", "ort hodontist hodox hogonal hogonality hography hopaedics hopedics", "osc illate illation illoscope", "osm osis",
    "ost ensible ensibly entation entatious racise racize rich", "oth er erwise", "ott er", "ouc h", "oug ht", "oun ce", "our - selves", "ous t",
    "out - bound break burst cast class come cry dated did distance do done door ermost field fit going grew grow grown growth house laid landish last law lay let line live look "
    "lying moded number patient post put rage rageous ran right run set shine shone side skirt smart spoken standing station strip ward weigh wit",
    "ova - l ry tion",
    "ove n r rall rate rbear rblown rboard rbore rborne rburden rcame rcast rcharge rcoat rcome rcrowd rdid rdo rdone rdose rdraft rdraw rdrawn rdrew rdue reat reaten restimate "
    "rflow rgrew rgrow rgrown rhand rhang rhaul rhead rhear rheard rheat rhung rkill rlaid rlain rland rlap rlay rlie rload rlong rlook rnight rpass rpopulation rpower rprice "
    "rprint rran rrate rreact rridden rride rrode rrule rrun rsampling rsaw rseas rsee rseen rshadow rshoot rshot rsight rsimplification rsleep rslept rstate rstep rt rtake "
    "rtaken rthrew rthrow rthrown rtime rtone rtook rture rturn ruse rview rweight rwhelm rwork rwrite rwritten rwrought",
    "ovu m", "owe -", "owl -", "own - ership", "oxe n", "oxi dation de dise dize", "oxy gen", "oys ter", "ozo ne", "pac e emaker ific ifism ifist ify k kage ket t",
    "pad - dle dock dy lock", "pae diatrician diatrics", "pag an e eant eantry ination oda", "pai d l n nful nless nstaking nt r", "paj amas",
    "pal - ace aeontologist aeontology atable ate atial e eontologist eontology ette l lbearer lid lor m omino pable pably try", "pam per phlet",
    "pan - acea cake creas creatic da demonium der e el g handle ic icked icking icky orama oramic sy t ther tie tomime try",
    "pap - a acy al aya erback erweight erwork rika yri yrus",
    "par - able achute ade adigm adise adox adoxical affin agon agraph akeet allel alyse alysis alytic alyze ameter amount anoia anoid aphernalia aphrase aplegic asite asitic "
    "asol atrooper cel ch chment don donable e ent entage ental entheses enthesis enthetical enthood ish ishioner ity k ka kway liament liamentary lor lour ochial ody ole rot se "
    "sec sley snip son sonage t take taken tial tiality ticipant ticipate ticipation ticiple ticle ticular tisan tition tner tnership took tridge ty",
    "pas - s sable sage sageway sbook senger sion sionate sive sport sword t ta te tel teurisation teurise teurization teurize tiche time tor toral try ture ty",
    "pat - ch chwork chy e ent ernal ernalism ernity h hetic hetically hological hologist hology hos hway ience ient io riarch riarchal rimony riot riotic riotism rol ron ronage "
    "ronise ronize tern ty",
    "pau city nch nchy per se", "pav e ement ilion", "paw - n nbroker", "pay - able load ment off roll", "pea - ce ceable ceful cemaker ch cock k l nut r rl sant t", "peb ble",
    "pec an k uliar uliarity", "ped agogy al ant antic antry dle estal estrian iatrician iatrics igree lar", "pee k l p r rless ve vish", "peg -", "pel ican let t vic vis",
    "pen - al alise alize alty ance ce chant cil dant ded ding ds dulum etrate etration guin icillin insula is itence itent itentiary knife knives manship nant niless ny sion "
    "sive tagon tagonal thouse ultimate",
    "peo n ny ple", "pep - permint",
    "per - ceive cent centage ceptible ception ceptive ch chance colate colation colator cussion emptory ennial fect fection fectionist forate foration form formance fume "
    "functory haps il ilous imeter iod iodic iodical ipheral iphery iscope ish ishable jure jury k ky manence manent meate missible mission missive mit mutation nicious oxide "
    "pendicular petrate petrator petual petuate plex plexity secute secution secutor severance severe sist sistence sistent son sona sonable sonal sonalise sonality sonalize "
    "sonification sonify sonnel spective spiration spire suade suasion suasive t tain tinent turb usal use vade vasive verse version vert",
    "pes ky simism simist simistic t ticide tilence", "pet - al ite ition rify rol roleum ticoat tiness ty ulant unia", "pew - ter", "pha ntom rmaceutical rmacist rmacy se",
    "phe asant nomena nomenal nomenon", "phi lanthropic lanthropist lanthropy losopher losophical losophise losophize losophy", "phl egm egmatic",
    "pho bia enix ne netic ney nics nograph ny sphor sphorescence sphorescent sphorus to tocopy togenic tograph tographic tography ton tosynthesis totypesetter", "phr ase aseology",
    "phy sic sical sician sicist siological siology sique", "pia nist no", "pic colo k kax ket kle kpocket kup ky nic nicked nicking torial ture turesque", "pid dle",
    "pie - ce cemeal cework rce ty", "pig - eon eonhole gish gyback headed ment pen tail", "pik e", "pil e fer grim grimage l lage lar low lowcase ot", "pim ple ply",
    "pin - ch cushion e eapple ion k nacle point t", "pio neer us", "pip e eline", "piq ue", "pir acy anha ate ouette", "pis - tachio tol ton",
    "pit - ch chfork eous fall hy iful iless tance y", "piv ot otal", "pix ie", "piz za",
    "pla card cate ce cement centa cid giarise giarism giarist giarize gue ice id in intiff intive n nar ne net netarium netary nk nkton nt ntain ntation que sma ster stic te "
    "teau tform tinum titude toon tter usibility usible usibly y yable yback yful yground yhouse ymate ypen ything ywright za",
    "ple a ad asant asantry ase asurable asure at dge ntiful nty thora", "pli able ant ght", "plo d p t ugh w y", "plu ck cky g m mage mb me mmet mp nder nge ral rality s sh tonium",
    "ply - wood", "pne umatic umonia", "poa ch", "poc ket ketbook kmark", "pod - ium", "poe m t tic tical try", "poi gnancy gnant nsettia nt ntless se son sonous", "pok e ey y",
    "pol ar arisation arise arity arization arize e emic ice iceman icemen icewoman icewomen icy io ish ite itical itician itics ka l len linate lination lster lutant lute "
    "lution o ygamous ygamy ygon ynomial yp ytechnic",
    "pom egranate p pous", "pon cho d derous toon y", "poo dle l p r", "pop - corn e lar py ulace ular ularise ularity ularize ulate ulation ulous",
    "por celain ch cupine e k nographic nography ous poise ridge t tability table tal tend tent tfolio thole tico tion trait tray trayal",
    "pos e ition itional itive itivism sess session sessive sessor sibility sible sibly sum t tage tal tbox tcard tcode terior terity tgraduate thumous tman tmark tmaster tmen "
    "tpone tponement tscript tulate ture y",
    "pot - assium ato ency ent ential hole ion tery", "pou ch ltry nce nd r t", "pov erty", "pow der dery er erful erhouse erless wow",
    "pra cticable ctical cticality ctice ctise ctitioner gmatic gmatism irie ise iseworthy m nce nk ttle wn y",
    "pre ach amble carious caution cautionary cede cedence cedent cinct cious cipice cipitate cipitation cipitous cise cision clude cocious conceive conception cursor dator "
    "datory decessor defined destination dicament dicate dict dictable dictably diction dictor disposition dominance dominant dominate eminence eminent empt en fab face fect fer "
    "ferable ferably ference ferential fix gnancy gnant historic judice judicial liminary lude mature meditation mier miere mise mium monition natal occupation occupy paid "
    "paration paratory pare pay ponderance position positional posterous requisite rogative scribe scription sence sent sentable sentation servation servative serve side sidency "
    "sident sidential ss ssure stige stigious sto sumably sume sumption sumptuous suppose tence tend tense tension tentious text tty tzel vail valence valent vent ventable "
    "vention ventive view vious y",
    "pri ce celess ck ckle de estess esthood m mal mary mate me meval mitive mp mrose nce ncess ncipal ncipality nciple nt ntable ntout or ority se sm son vacy vate vation "
    "vatisation vatise vatization vatize vilege vy ze",
    "pro - babilistic bability bable bably bation be blem blematic cedural cedure ceed cess cession cessional cessor claim clamation crastinate crastination cure curement d "
    "digal digious digy duce duct duction ductive ductivity fane fanity fess fession fessional fessor ffer ficiency ficient file fit fitable fiteer found fundity fuse fusion "
    "geny gnoses gnosis gram grammable gramme gress gression gressive hibit hibition hibitive ject jectile jection jector letarian letariat liferate liferation lific logue long "
    "m menade minence minent miscuity miscuous mise montory mote motion mpt mulgate ne ng noun nounce nouncement nunciation of ofread p paganda pagate pagation pel pensity perty "
    "phecy phesy phet phetic ponent portion portional portionality portionate posal pose position positional prietary prietor priety pulsion se secute secution secutor spect "
    "spective spector spectus sper sperity sperous stitute stitution strate tagonist tect tection tective tector tein test testant tocol ton totype tract tractor trude trusion "
    "ud vable vably ve ven venance verb verbial vide vidence vince vincial vision visional viso vocation vocative voke w wess wl ximity xy",
    "pru de dence dent dish ne", "pry -", "psa lm", "pse udo udonym",
    "psy ch che chedelic chiatric chiatrist chiatry chic choanalysis choanalyst chological chologist chology chopath choses chosis chotherapy chotic",
    "pub - erty lic lication licise licity licize lish", "puc k", "pud ding dle gy", "pue blo", "puf f fy", "pug nacious", "puk e",
    "pul l ley lover monary p pit sate sation se verise verize", "pum a ice mel p pernickel pkin",
    "pun - ch chline ctual ctuality ctuate ctuation cture dit gent ish ishable ishment itive k t y", "pup - il pet py",
    "pur chase e ee gatory ge ification ify itanical ity ple port pose poseful r se sue suit veyor", "pus - h hover hy s sy", "put - ative rid t ty", "puz zle", "pyj amas",
    "pyr amid e", "pyt hon",
    "qua - ck drangle drant dratic drilateral druped druple druplet gmire il int ke lification lify litative lity lm ndary ntify ntitative ntity ntum rantine rk rrel rrelsome "
    "rry rt rterback rtet rtz sh ver y",
    "que asy en er ll nch ry st stion stionable stionnaire ue", "qui bble che ck cken cksand et ll lt nine ntessence ntet ntuplet p rk rky t te ver z zzes zzical",
    "quo rum ta tation te tient", "rab bi bit ble id ies", "rac coon e etrack ial ism ist k ket keteer y",
    "rad ar ial iance iant iate iation iator ical ii io ioactive ioactivity ish ium ius", "raf fle t", "rag - amuffin e time",
    "rai d l lroad lway n nbow ncoat ndrop nfall nstorm nwater ny se sin", "rak e", "ral ly", "ram - ble ification p page pant rod shackle",
    "ran - ch cid cor corous cour dom g ge k kle sack som t", "rap - e id idity ist port t ture turous", "rar e ity", "ras cal h p pberry ter",
    "rat - e her ification ify io ion ional ionale ionalisation ionalise ionality ionalization ionalize tle tlesnake ty", "rau cous", "rav age e el en enous ine ish", "raw -",
    "ray - on", "raz e or",
    "rea ch ct ction ctionary ctive ctor d dability dable dership diness djust dy l lisation lise lism list listic listically lity lization lize llocate lm lty m p ppear r "
    "rrange rrangement son sonable sonably ssurance ssure",
    "reb ate el ellion ellious ind irth orn ound uff uild uilt uke ut uttal",
    "rec alcitrant all ant ap apture ede eipt eive ent eptacle eption eptionist eptive ess ession harge hargeable ipe ipient iprocal iprocate ital itation ite kless kon laim "
    "lamation line luse ognisable ognise ognition ognizable ognize oil ollect ollection ommend ommendation ompense ompile oncile onciliation ondition onfigure onnaissance onnect "
    "onsider onstruct onstruction ord ount oup ourse over overable overy reate reation reational ruit ruitment tal tangle tangular tify tor tum uperate uperation ur urrence "
    "urrent ursion ursive ycle",
    "red - den eem eemable efine efinition emption esign head id irect irection iscover istribute istribution o one raft raw ress uce uction undancy undant", "ree d f k l lect",
    "ref er eree erence erendum ill ine inement inery lect lection lective lector lex lexive orm ormat ormation raction rain resh reshment rigerate rigeration rigerator uel uge "
    "ugee und urbish urbishment usal use utation ute",
    "reg ain al ale alia ard ardless atta enerate eneration ent ime imen iment imental ion ional ister istrar istration istry ress ression ret retful rettable rettably ular "
    "ularity ulate ulation urgitate",
    "reh abilitate abilitation ash earsal earse", "rei gn mburse mbursement n ncarnate ncarnation ndeer nforce nforcement nstate nstatement terate teration",
    "rej ect ection oice oin oinder uvenate uvenation",
    "rel aid apse ate ation ational ationship ative ativistic ativity ax axation ay easable ease egate ent entless evance evant iability iable iably iance iant ic ief ieve igion "
    "igious inquish ish ive oad ocatable ocate ocation uctance uctant y",
    "rem ade ain ainder ake ark arkable arkably edial edy ember embrance ind inisce iniscence iniscent iss ission it ittance nant odel orse orseful orseless ote ovable oval ove "
    "unerate uneration",
    "ren aissance ame d dezvous dition egade ege ew ewable ewal ounce ovate ovation own t tal unciation", "reo pen rganisation rganise rganization rganize",
    "rep aid air aration atriate ay ayment eal eat eatable el ellent ent entance entant ercussion ertoire etition etitious etitive hrase lace lacement lay lenish lete lica "
    "licate lication ly ort ose ository rehensible resent resentation resentative ress ression ressive rieve rimand rint risal roach roduce roduction roductive rogram rove tile "
    "ublic ublican udiate udiation ugnance ugnant ulse ulsion ulsive utable utation ute",
    "req uest uiem uire uirement uisite uisition", "rer ead oute",
    "res ale chedule cind cue earch emblance emble ent entful entment ervation erve ervoir et huffle ide idence ident idential idual idue ign ignation ilience ilient in ist "
    "istance istant istor olute olution olve onance onant ort ound ource ourceful pect pectability pectable pectably pectful pective piration pirator piratory pite plendent pond "
    "ponse ponsibility ponsible ponsibly ponsive t tart taurant tful titution tive tless toration tore train traint trict triction trictive tructure ubmit ult ultant ume umption "
    "urface urgence urrect urrection uscitate uscitation",
    "ret ail ain aliate aliation ard ch ention hink icence icent ina ire irement ort race ract raction reat ribution rieval rieve roactive rograde rospect rospective ry urn "
    "urnable ype",
    "reu nion nite se",
    "rev - amp eal el elation elry enge engeful enue erberate erberation ere erence erent erie ersal erse ersible ersion ert iew ile ise ision isit ival ive oke olt olution "
    "olutionary olutionise olutionize olve ue ulsion",
    "rew ard ind ork rite ritten rote", "rha psody", "rhe toric torical umatism", "rhi no noceros", "rho dodendron", "rhu barb", "rhy me thm thmic", "rib - bon",
    "ric e h kety kshaw ochet", "rid - dance den dle e ge icule iculous", "rif e le t", "rig - ht hteous htful htmost id idity or orous our", "ril e", "rim -",
    "rin d g gleader glet gworm k se", "rio t tous", "rip - e en oste ple", "ris e en k ky", "rit e ual", "riv al alry er et", "roa ch d dblock dside m r st",
    "rob - bery e in ot ust", "roc k ket ky", "rod - e ent eo", "roe -", "rog ue uish", "rol e l", "rom an ance antic antically p", "roo f k kie m mmate my st t", "rop e",
    "ros ary e emary ter trum y", "rot - ary ate ation e isserie or ten und unda", "rou ge gh ghage ghen ghhouse lette nd ndabout se t te tine", "row - boat diness dy",
    "roy al alty", "rub - bish ble ric y", "ruc ksack kus", "rud der dy e imentary", "rue - ful", "ruf f fian fle", "rug - by", "rui n nous", "rul e",
    "rum - ble inate mage my or our p ple", "run - away down e g ny t way", "rup ture", "rur al", "rus e h t tic tle ty", "rut - hless", "rye -", "sab batical er otage oteur re",
    "sac - k rament red rifice rificial rilege rilegious", "sad - den dle ism ist istic", "saf ari e eguard ekeeping ety fron", "sag - a e ebrush", "sai d l lboat lor nt", "sak e i",
    "sal able ad ami ary e eable esman esmen espeople esperson eswoman eswomen ient iva ivate low ly mon on oon t ty utation ute vage vation ve", "sam e ple",
    "san atorium ctify ctimonious ction ctity ctuary d dal dbag dman dmen dpaper dstone dstorm dwich dy e g itarium itary itation ity k serif", "sap - ling phire",
    "sar casm castic castically dine i", "sas h sy", "sat - anic chel ellite in ire irical irise irist irize isfaction isfactory isfy urate uration",
    "sau ce cepan cy erkraut na nter sage", "sav age agery e ior iour or ory our oury vy", "saw - dust", "sax ophone", "say -",
    "sca b ffold lar ld le llop lp lpel ly mper n ndal ndalise ndalize ndalous nt nty pegoat r rce rcity re recrow rf rlet rves ry thing tter tterbrain venger",
    "sce nario ne nery nic nt pter ptic ptical pticism ptre", "sch edule eme izophrenia izophrenic olar olarship olastic ool oolboy oolchild oolchildren oolteacher ooner",
    "sci ence entific entifically entist ssor", "sco ff ld op ot pe rch re rn rnful rpion tch undrel ur urge ut wl",
    "scr abble am amble ap apbook ape atch atchy awl awny eam eech een ew ewdriver ewy ibble ibe ipt ipture iptwriter oll ounge ub uff uffy uple upulous utinise utinize utiny",
    "scu ff ffle lptor lpture m rrilous rry ttle", "scy the", "sea - faring food l m man men mstress port r rch rchlight shell shore sick side son sonable sonal t weed",
    "sec ede ession lude lusion ond ondary recy ret retarial retary rete retion retive t tion tor ular ure urity", "sed an ate ative entary iment imentary uce uction uctive",
    "see - dling dy k m n p page saw the", "seg ment mentation regate regation", "sei ze zure", "sel dom ect ection ective ector f fish l ves",
    "sem antic antically blance en ester icircle icolon iconductor ifinal inar inary",
    "sen ate ator d ile ility ior iority sation sational sationalism se seless sibility sible sibly sitive sitivity sor sory sual suality suous t tence tience tient timent "
    "timental timentality try",
    "sep arate aration arator ulcher ulchre", "seq uel uence uential uin",
    "ser enade ene enity geant ial ies ious mon pent um vant ve vice viceable viceman vicemen viette vile vitude", "ses sion", "set - back table tle tlement",
    "sev en enteen enteenth enth enty er eral erance ere erity", "sew - age n", "sex - ism ist ual uality y",
    "sha bby ck ckle de dow dowy dy ft ggy ke ken ky ll llow m mble me meful meless mpoo mrock nty pe re reholder rk rp rpen tter ve ven wl",
    "she - af ar ath athe ave en ep epish et ikh lf ll llfish lter lve pherd rbet riff rry", "shi eld ft ftless fty mmer n ne ngle ny p pment pshape pwreck re rk rt ver",
    "sho al ck d ddy e elace estring ne o ok ot p pkeeper plifter re rt rtage rtcoming rten rtfall rthand rtlist t tgun uld ut ve vel w wcase wdown wman wmen wn wy",
    "shr ank apnel ed ew ewd iek ill imp ine ink inkage ivel oud ub ubbery ug unk unken", "shu ck dder ffle n nt t tdown ttle", "shy -", "sib ling", "sic - k ken kle",
    "sid e eline elong eshow estep etrack ewalk eways le", "sie ge rra sta ve", "sif t", "sig h ht htless ma n nal nature nificance nificant nify npost",
    "sil ence ent houette icon k ken l liness ly o t ver versmith verware very",
    "sim ilar ilarity ile mer ple plex plicity plification plify plistic ply ulate ulation ulator ultaneous", "sin - ce cere cerity e ew ewy ful g ge gle gular gularity ister k us",
    "sip - hon", "sir - e en loin", "sis sy ter terhood", "sit - e uate uation", "six - pence teen teenth th tieth ty", "siz able e eable zle", "ska te teboard",
    "ske in leton ptic ptical pticism tch tchy w", "ski - d lful ll llet llful m mp mpy n nflint nny p rmish rt t ttish", "sku lk ll nk", "sky - light line rocket scraper",
    "sla b ck cken g in ke m nder ng nt p pstick sh t te ughter ve very vish y", "sle azy d dgehammer ek ep epless epy et eve eveless igh nder pt w",
    "sli ce ck d de ght m me my ng ngshot nk p ppery pshod t ther ver", "slo b g gan p pe ppy sh t th thful uch venly w", "slu dge g ggish ice m mber mp ng nk r sh t", "sly -",
    "sma ck ll llish llpox rt sh ttering", "sme ar ll lly lt", "smi dgen le rk te th thereens tten", "smo ck g ke kestack ky lder oth te ther ulder", "smu dge g ggle t",
    "sna ck g il ke p ppy pshot re rl tch", "sne ak aky er eze", "sni cker de ff ffle p pe ppet tch",
    "sno b bbery bbish oker op oty oze re rkel rt t ut w wball wdrift wfall wflake wplough wplow wstorm wy", "snu b ff g ggle", "soa k p py r", "sob - riety",
    "soc cer iable ial ialise ialism ialist ialize iety iological iologist iology k ket", "sod - a den ium omy", "sof a t tball ten tware", "sog gy", "soi l", "soj ourn",
    "sol ace ar d dier e emn emnity icit icitor icitous id idarity idify idity itaire itary itude o oist uble ution ve vent",
    "som ber bre e ebody eday ehow eone eplace ersault ething etime ewhat ewhere", "son - ata g ic net orous", "soo n t the ty", "sop - histicate histication histry homore rano",
    "sor cerer ceress cery did e ority row rowful ry t ta", "sou ght l nd ndproof ndtrack p r rce th theast theastern therly thern thpaw thward thwest thwestern venir",
    "sov ereign ereignty", "sow - n", "spa - ce cecraft ceship cial cious de ghetti n ngle niel nk r re rk rkle rrow rse sm smodic t te tial tula wn y",
    "spe ak ar arhead armint cial cialisation cialise cialist ciality cialization cialize cialty cies cific cifically cification cify cimen cious ck ctacle ctacular ctator cter "
    "ctra ctre ctrum culate culation culative culator d ech echless ed edboat edometer edy ll llbind llbound lt nd ndthrift nt rm w",
    "sph ere erical inx", "spi ce cy der got ke ll lt n nach nal ndly ne neless nster ral re rit ritual t te teful ttle", "spl ash at een endid endor endour ice int it urge",
    "spo il ilt ke ken kesman kesmen kespeople kesperson keswoman keswomen nge ngy nsor nsorship ntaneity ntaneous of ok oky ol on onful radic re rran rt rtsmanship t tless "
    "tlight tty use ut",
    "spr ain ang awl ay ead eadsheet ee ig ing ingboard ingtime ingy inkle int out uce ung y", "spu d n nk r rious rn rt tter", "spy -",
    "squ abble ad adron alid all alor ander are ash at awk eak eaky eal eamish eeze elch id int ire irm irrel irt",
    "sta b bilise bility bilize ble ck dium ff g ge gecoach gnant gnate gnation id in ir ircase irway ke le lemate lk ll llion lwart mina mmer mp mpede nce nch nd ndard "
    "ndardisation ndardise ndardization ndardize ndby ndoff ndpoint ndstill nk nza ple r rboard rch rchy rdom re rfish rk rlight rry rt rtle rvation rve te tement tesman "
    "tesmanship tesmen tic tion tionary tionery tistic tistical tistician tue ture tus tute tutory unch ve y",
    "ste adfast ady ak al alth althy am amroller amy el ep eple er llar m nch ncil nographer nography p pladder reo reotype rile rilisation rilise rilization rilize rling rn "
    "thoscope w ward wardess",
    "sti ck ckler cky ff ffen fle gma gmata ll llborn lted mulant mulate mulation muli mulus ng nginess ngy nk nt pulate pulation r rrup tch",
    "sto ck ckade ckbroker ckholder ckpile cky ckyard dgy ical ke le len lid mach mp ne ny od ol op p pgap pover ppage pwatch rage re rehouse rekeeper reroom rey rk rm rmy ry ut "
    "ve w waway",
    "str addle aggle aight aighten aightforward ain ait aitjacket and ange angle angulation ap ata atagem ategic ategy atify atosphere atum aw awberry ay eak eam eamline eet "
    "eetcar ength engthen enuous ess essful etch ew ewn icken ict idden ide ife ike ing ingent ingy ip ipe ive iven ode oke oll ong onghold ove uck uctural ucturalist ucture "
    "uggle um ung ut",
    "stu b bble bborn bby ck d dent dentship dio dious dy ff ffy mble mp n ng nk nt pefy pendous pid pidity por rdy tter", "sty le lish listic lus", "sua ve",
    "sub - committee conscious divide division due group ject jective jugate junctive let lime marine merge mersion mission missive mit normal ordinate program routine scribe "
    "script scription section sequent servient set side sidiary sidise sidize sidy sist sistence stance standard stantial stantiate stitute stitution system terfuge terranean "
    "tle tlety tly tract traction urb urban versive vert way",
    "suc ceed cess cessful cession cessive cessor cinct cor cour culent cumb h k kle tion", "sud den s", "sue - de", "suf fer fice ficient fix focate focation frage",
    "sug ar ary gest gestion gestive", "sui cidal cide t tability table tably tcase te tor", "sul fur k ky len phur tan try", "sum - marise marize mary mit mon ptuous",
    "sun - bathe burn dae dial down dry flower g glasses k ken light lit ny rise screen set shine tan up",
    "sup - erb ercomputer erficial erfluous erhuman erimpose erintendent erior eriority erlative ermarket ernatural erscript ersede ersonic erstar erstition erstitious "
    "erstructure ervise ervision ervisor ervisory plant ple plement plementary ply port portive pose position press pression remacy reme",
    "sur charge e f face fboard ge geon gery gical ly mise mount name pass plus prise real render reptitious round veillance vey veyor vival vive vivor",
    "sus ceptible pect pend pense pension picion picious tain tainable tenance", "swa b gger llow m mp mpy n p rm rthy t the y", "swe ar at aty ep epstake et eten etheart ll pt rve",
    "swi ft g ll m ndle ne ng pe rl sh tch tchable tchboard vel", "swo llen on op rd rdfish re rn", "swu m ng", "syl lable labus",
    "sym bol bolic bolise bolism bolize metric metrical metry pathetic pathetically pathise pathize pathy phonic phony ptom ptomatic",
    "syn agogue apse chronisation chronise chronization chronize chronous dicate drome onym onymous opses opsis tactic tactically tax theses thesis thesise thesize thetic",
    "syp hilis", "syr inge up", "sys tem tematic tematically", "tab - by ernacle le lecloth lespoon lespoonful let loid oo ulate ulation",
    "tac it iturn k kle ky o t tful tic tical tless", "tad pole", "tag -", "tai l lgate llight lor lspin nt", "tak e en eoff eover", "tal c e ent isman k kative l low ly on",
    "tam bourine e per", "tan - dem g gent gential gerine gible gle go k kard talise talize tamount trum", "tap - e estry", "tar - antula diness dy get iff nish paulin ry t tan tar",
    "tas k sel te teful teless ty", "tat tle too ty", "tau ght nt t tology", "tav ern", "taw dry ny", "tax - able ation i icab payer",
    "tea - ch cup k m mmate mster mwork pot r rdrop rful se spoon t", "tec hnical hnicality hnician hnique hnological hnology", "ted ious ium", "tee - m n nage ter th the total",
    "tel ecommunications egram egraph epathic epathy ephone escope etype evise evision l ltale",
    "tem per perament peramental perance perate perature pest pestuous plate ple po poral porary pt ptation",
    "ten - able acious acity ancy ant d dency derise derize don dril ement et nis or se sion sors t tacle tative th uous ure", "tep ee id",
    "ter m minal minate mination minator mini minology minus mite race rain restrial rible ribly rier rific rify ritorial ritory ror rorise rorism rorist rorize se",
    "tes t table tament ticle tify timonial timony tis", "tet anus her", "tex t tbook tile tual ture", "tha n nk nkful nkless t tch w",
    "the - ater atre atrical e ft ir ist m me mselves n nce ologian ological ology orem oretic oretical orise orist orize ory rapeutic rapist rapy re reabouts reafter reby "
    "refore rein reof reon reupon rmal rmodynamics rmometer rmostat sauri saurus se sis ta y",
    "thi ck cken cket ef eve gh mble n nk rd rst rsty rteen rteenth rtieth rty s stle", "tho ng rn rny rough roughbred roughfare se u ugh ught ughtful ughtless usand usandth",
    "thr ash ead eadbare eat eaten ee esh eshold ew ice ift ifty ill ive oat ob one ong ottle ough oughout oughput ow owaway owback own ust",
    "thu d g mb mbtack mp nder nderbolt nderous nderstorm nderstruck s", "thw art", "thy - me roid", "tia ra", "tic k ket kle klish", "tid al bit e y", "tie -", "tif f",
    "tig er ht hten htrope htwad", "til de e l t", "tim ber e ekeeper eless escale etable ezone id idity", "tin - der g ge gle ker kle ny sel t y", "tip - sy toe",
    "tir ade e eless esome", "tis sue", "tit - bit illate le", "toa d dstool st", "tob acco oggan", "tod ay dle", "toe - nail", "tof fee", "tog a ether gle", "toi l let", "tok en",
    "tol d erable erably erance erant erate l", "tom ahawk ato b boy bstone cat e orrow", "ton - al e g gue ic ight nage ne sil sillitis",
    "too - k l lkit t th thache thbrush thpaste thpick", "top - az ic ical ography ology ple", "tor ch e ment mentor n nado pedo que rent rential rid so tilla toise tuous ture",
    "tos s", "tot - al alitarian alitarianism ality e em", "tou can ch chdown chy gh ghen pee r rist rnament rniquet sle t", "tow - ard el n nspeople", "tox ic in", "toy -",
    "tra ce ck ct ction ctor de demark dition ditional ditionalist ffic fficked fficking gedy gic gically il in inee it itor itorous mp mple mpoline nce nquil nquility nquilize "
    "nquillise nquillity nsact nsaction nsatlantic nscend nscontinental nscribe nscript nscription nsfer nsferable nsform nsformation nsfusion nsgress nsgression nsient nsistor "
    "nsit nsition nsitional nsitive nsitory nslate nslation nslator nsliteration nslucent nsmission nsmit nsparency nsparent nspire nsplant nsport nsportable nsportation nspose "
    "nsverse p pdoor peze pezoid sh shcan shy uma umatic umatise umatize vel verse vesty wl y",
    "tre acherous achery acle ad admill ason asure asury at atise atment aty ble e k llis mble mendous mor nch nd ndy pidation spass stle",
    "tri al angle angular bal be bulation bunal butary bute ck ckery ckle ckster cky cycle fle gger gonometry ll llion logy m mester nity nket o p pe ple plet plicate pod pos te "
    "umph umphant via vial viality",
    "tro d dden ll lley mbone op phy pical t uble ublemaker ublesome ugh unce upe user ut wel",
    "tru ancy ant ce ck dge e ffle ism ly mp mpet ncate ncation nk st stee stful stworthy sty th thful", "try - out", "tsa r", "tub - a e erculosis ular", "tuc k", "tuf t", "tug -",
    "tui tion", "tul ip", "tum ble my or our ult ultuous", "tun a dra e eful ic nel",
    "tur ban bine bulence bulent een f gid key moil n naround nip nout nover npike nstile ntable pentine quoise ret tle tleneck", "tus k sle", "tut or orial", "tux edo", "twa ng",
    "twe ak e et ezers lfth lve ntieth nty", "twi ce ddle g light n ne nge nkle rl st tch tter", "two -", "tyc oon", "tyi ng",
    "typ e eface escript eset ewriter hoid hoon hus ical ify ist ographic ographical", "tyr annical annise annize anny ant e", "ubi quitous", "udd er", "ugh -", "ugl iness y",
    "ulc er", "ult erior imate imatum ra rasonic raviolet", "umb rella", "ump ire teen",
    "una ble cceptable cceptably ccepted ccountable ccountably dulterated ffected ltered mbiguous nimity nimous nswerable nswered rmed ssigned ssuming ttached ttainable ttended "
    "ttractive uthorised uthorized vailable voidable ware",
    "unb alanced earable earably eatable ecoming elievable elievably eliever iased lock orn reakable roken urden",
    "unc anny easing ertain ertainty hallenged hanged haritable hristian le lean lear omfortable omfortably ommon ompromising oncerned onditional onfirmed onnected onscious "
    "onstitutional ontrollable ontrolled ontroversial onventional onvinced onvincing ountable outh over ultured ut",
    "und amaged aunted ecidable ecided efined emocratic eniable eniably er erbrush ercover ercurrent ercut erdog erestimate erflow erfoot ergarment ergo ergone ergraduate "
    "erground ergrowth erhanded erlain erlay erlie erline erlying ermine erneath ernourished erpants erpass erprivileged errate erscore ershirt erside erstand erstandable "
    "erstandably erstate erstatement erstood erstudy ertake ertaken ertone ertook ertow erwater erwear erweight erwent erworld erwrite erwritten erwrote eserved esirable etected "
    "eveloped id isturbed o ocumented one oubted ress ue uly ying",
    "une arth asiness asy conomic conomical ducated mployable mployed mployment nlightened qual quivocal rring thical ven ventful xpected xplained",
    "unf ailing air aithful amiliar asten avorable avourable easible eeling illed inished it old oreseen orgettable orgivable ortunate ounded riendly unny url",
    "ung ainly odly rammatical rateful", "unh appiness appy ealthy eard elpful ook",
    "uni corn cycle dentified fication form formity fy lateral maginative mportant mpressed nformative nformed nhibited nitiated nspired nspiring ntelligent ntelligible ntended "
    "ntentional nterested nteresting on onise onize que son t te ty versal verse versity",
    "unj ust ustifiable ustified", "unk empt ind nown", "unl abeled abelled awful eash ess ike imited oad ock ucky",
    "unm an arked arried ask istakable istakably itigated odified oved", "unn amed atural ecessary erve oticed", "uno btainable ccupied fficial riginal rthodox",
    "unp ack aid aralleled ick leasant opular opularity recedented redictable repared rincipled rintable rivileged rotected roven rovoked ublished",
    "unq ualified uestionable uestionably",
    "unr avel ead eadable eal ealistic easonable easonably ecognised ecognized elated elenting eliability eliable emarkable epeatable epresentative eservedly esolved est "
    "estricted ivaled ivalled uffled uly",
    "uns afe aid anitary atisfactory atisfied avory avoury ay cathed cheduled cientific crew crupulous easonable eat eemly een et ettle ightly igned killed olicited olved "
    "ophisticated ound peakable pecified table tructured tuck ubstantiated uccessful uitable uited ung upportable upported ure uspecting",
    "unt angle enable hinkable idy ie il iring o old ouched rained rue rustworthy ying", "unu sable sed sual", "unv eil",
    "unw anted arranted ary ashed elcome ell ieldy illing ind ise ittingly orkable orthy ound rap ritten", "upb eat ringing", "upd ate", "upe nd", "upg rade",
    "uph eaval eld ill old olster olstery", "upk eep", "upl ift oad", "upo n", "upp ed er ermost ing", "upr ight ising oar oot", "ups - et hot ide tairs tanding tart tream",
    "upt ake ight own urn", "upw ard", "ura nium", "urb an ane", "urc hin", "urg e ency ent", "uri nate ne", "urn -", "usa ble ge", "use - ful less", "ush er", "usu al rp",
    "ute nsil ri rus", "uti lisation lise litarian litarianism lity lization lize", "utm ost", "utt er erance", "vac ancy ant ate ation cinate cination cine illate uous uum",
    "vag abond ary ina inae inal rant ue", "vai n", "val entine et iant id idate idation idity ise ley or our uable ue ueless ve", "vam pire",
    "van - dal dalise dalism dalize e guard illa ish ity quish", "vap or orise orize our", "var iable iance iant iation iety ious nish sity y", "vas e t", "vat -", "vau lt", "vea l",
    "vec tor", "vee r", "veg etable etarian etarianism etation", "veh ement icle", "vei l n", "vel ocity our vet vety",
    "ven d dor eer erable erate eration geance geful ison om omous t tilate tilation tilator tricle triloquist ture ue",
    "ver acity anda b bal batim biage bose bosity dict ge ification ify itable min nacular satile satility se sion sus tebra tebrae tebrate tical tices tigo ve y",
    "ves sel t tibule tige tment", "vet - eran erinarian erinary o", "vex - ation", "via - bility ble duct l", "vib rant rate ration",
    "vic ar arious e inity ious tim timise timize tor torious tory", "vid eo eotape", "vie - w wpoint", "vig il ilance ilant ilante or orous our",
    "vil e ify la lage lain lainous lainy", "vin dicate dictive e egar eyard tage yl", "vio la late lation lence lent let lin", "vip er",
    "vir al gin ginity ile ility tual tue tuoso tuous ulent us", "vis a e ibility ible ibly ion ionary it itation itor or ta ual ualise ualize", "vit al ality amin riolic",
    "viv acious acity id isection", "voc abulary al alist ation ational iferous", "vod ka", "vog ue", "voi ce d",
    "vol atile canic cano ition ley leyball t tage ume uminous untary unteer uptuous", "vom it", "voo doo", "vor acious tex", "vot e", "vou ch", "vow - el", "voy age",
    "vul gar garity nerability nerable ture", "vyi ng", "wad - dle e", "waf er fle t", "wag - e on", "wai f l st stline t tress ve", "wak e en",
    "wal k kout l let lop low lpaper nut rus tz", "wan - d e na t ton", "war - ble d den drobe ehouse fare head like m mth n p path rant ranty ren rior t time y",
    "was - h hable hcloth hout hroom p tage te tebasket teful teland",
    "wat ch chdog chful chman chmen chword er ercolor ercolour erfall erfront erlogged ermark ermelon erproof ershed ertight erway erworks ery t", "wav e eform elength y", "wax - y",
    "way - laid lay side ward", "wea k ken kling lth lthy n pon ponry r riness risome ry sel ther ve", "web -", "wed - ge lock", "wee - dy k kday kend p", "wei gh ght ghty rd rdo",
    "wel come d fare l lington t", "wen t", "wep t", "wer e ewolf ewolves", "wes t terly tern tward", "wet -", "wha ck le rf rves t tever tsoever",
    "whe at edle el elbarrow elchair eze n nce never re reabouts reas reby rein reupon rever rewithal t ther w",
    "whi ch chever ff le lst m mper msical ne nny p r rl rlpool rlwind rr sk skey sky sper stle te ten tewash ttle z zz",
    "who - a ever le lehearted lesale lesome lly m op pper re se", "why -", "wic k ket", "wid e en espread ow th", "wie ld", "wif e", "wig - gle wam",
    "wil d dcat dfire dlife ful l lful low lpower t y", "win - ce ch d dfall dmill dow dowpane dpipe dscreen dshield dy e g k some ter tertime try", "wip e", "wir e y",
    "wis dom e ecrack h hbone hful p py t tful", "wit - ch chcraft h hdraw hdrawal hdrawn hdrew hheld hhold hin hout hstand hstood less ticism ty", "wiv e", "wiz - ard ened",
    "wob ble bly", "woe -", "wok - e en", "wol f ves", "wom an anhood ankind b bat en", "won - der derful derland drous t",
    "woo - d dchuck den dland dpecker dsman dsmen dwind dwork dy f l len llen",
    "wor d dy e k kable kbench kbook kforce kload kman kmanship kmen kout kplace kshop kstation ld ldwide m mhole n risome ry se sen ship st th thless thwhile thy", "wot -",
    "wou ld nd", "wov e en", "wow -", "wra ngle p th", "wre ak ath athe ck ckage n nch st stle tch", "wri ggle ght ng nkle st stwatch t table te the tten",
    "wro ng ngdoer ngdoing te ught", "wru ng", "wry -", "xen ophobia", "xyl ophone", "yac ht", "yak -", "yam -", "yan k", "yap -", "yar d dstick n", "yaw n", "yea r rling rn st",
    "yel l low p", "yen -", "yes - terday", "yet - i", "yew -", "yie ld", "yod el", "yog a urt", "yok e el", "yol k", "yon der", "you - ng ngster r rself rselves th thful", "yow l",
    "yuc k", "zan y", "zea l lous", "zeb ra", "zen ith", "zer o", "zes t", "zet a", "zig zag", "zil lion", "zin c cked cking", "zip -", "zod iac", "zom bie", "zon e",
    "zoo - logical logist logy m", "zuc chini",
};
/* clang-format on */

const size_t englishword_row_count = sizeof englishword_rows / sizeof *englishword_rows;
