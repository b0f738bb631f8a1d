#include "quote/word_class.h"

#include <string.h>

#include "text/wordlist.h"

/* Behind each word what it does: the letters of CLASSES, in the order of enum word_class. */
#define CLASSES "dpnrjsbxo-athgwvqmk"

/* clang-format off */
static const char words[][WORDLIST_ROW] = {
    "a=d abbot=h about=r above=r account=w across=r activist=h activists=hm actor=h actress=h",
    "address=v administration=g adviser=h advisers=hm advisor=h advisory=w after=rs afternoon=t",
    "afterwards=a again=a against=r agencies=hm agency=g agent=h agents=hm ago=a agreement=w",
    "ahead=a aide=h aides=hm airline=g airport=g all=d alliance=g allies=hm ally=h alone=a along=r",
    "alongside=r already=a also=a although=s always=a am=b ambassador=h amid=r among=r amongst=r",
    "an=d analysis=w analyst=h analysts=hm anchor=h and=j announcement=w another=d any=d",
    "apparently=a appearance=v apprentice=h apr=t april=t archaeologist=h archbishop=h architect=h",
    "are=b aren't=b army=g around=r article=w artist=h as=rs assessment=w assistant=h",
    "association=g at=r athlete=h attorney=h audit=w aug=t august=t aunt=h author=h authorities=hm",
    "authority=g authors=hm autopsy=w autumn=t away=a babysitter=h baker=h bank=g banker=h",
    "bankers=hm banks=hm barber=h baron=h baroness=h barrister=h bassist=h be=b because=s been=b",
    "before=rs behind=r being=b below=r beneath=r beside=r besides=r beyond=r billionaire=h",
    "biographer=h biologist=h bishop=h blacksmith=h blog=v blogger=h board=g boatman=h body=g",
    "bookings=k bookmaker=h bookmakers=hm boss=h bosses=hm botanist=h both=d boy=h boyfriend=h",
    "brewer=g brewery=g bride=h briefing=v briefly=a broadcast=v broadcaster=g broadcaster-man=h",
    "broker=h brokerage=g brokers=hm brother=h builder=h bulletin=wv bureau=g business=g but=j",
    "butcher=h butler=h by=r bystander=h bystanders=hm cabinet=g call=v campaign=g campaigner=h",
    "campaigners=hm can=o can't=- cannot=o captain=h caretaker=h carillonneur=h carmaker=g",
    "carpenter=h carrier=g cartographer=h cashier=h cellist=h census=w center=g centre=g ceo=h",
    "cfo=h chair=h chairman=h chairperson=h chairwoman=h chancellor=h charities=hm charity=g",
    "chef=h chief=h child=h children=hm choir=g church=g city=g claimant=h claimants=hm",
    "classmate=h classmates=hm cleric=h clerics=hm clerk=h club=g co=g co-founder=h co-owner=h",
    "coach=h coachman=h cobbler=h cofounder=h colleague=h colleagues=hm column=w columnist=h",
    "comedian=h commander=h comment=v commentator=h commentators=hm comments=v commission=g",
    "commissioner=h committee=g communique=w community=g commuters=hm companies=hm company=g",
    "complaint=w composer=h concerning=r conference=v congress=g conservationist=h",
    "conservationists=hm consortium=g construction=k consulate=g consultant=h contractor=g coo=h",
    "cook=h cooper=h cooperative=g coroner=h corp=g corporation=g correspondent=h costs=k could=o",
    "couldn't=- council=g councillor=h councillors=hm councilman=h counsel=h counsellor=h",
    "counterpart=h counterparts=hm countess=h county=g courier=h court=gw cousin=h critic=h",
    "critics=hm curate=h curator=h customer=h customers=hm dad=h daily=g damage=k dancer=h data=w",
    "daughter=h day=t days=t dealer=h dealers=hm dean=h debate=v debt=k dec=t december=t decree=w",
    "defence=g defendant=h defender=h defense=g delegate=h delegation=g deliveries=k demand=k",
    "democrats=hm dentist=h department=g deputy=h designer=h despite=r details=k detainee=h",
    "detective=h developer=h developers=hm diary=w did=x didn't=- diplomat=h diplomats=hm",
    "director=h directors=hm dispatch=wv distributor=g district=g do=x doctor=h doctors=hm",
    "document=wv documents=w does=x doesn't=- dog-walker=h don't=- dossier=w driver=h drivers=hm",
    "drummer=h duchess=h duke=h during=r each=d earl=h earlier=at early=t earnings=k economist=h",
    "economists=hm editor=h editorial=w editors=hm efforts=k electrician=h else=a email=wv",
    "emails=w embassy=g employee=h employees=hm employer=g employers=hm engineer=h engineers=hm",
    "enterprise=g environmentalist=h environmentalists=hm envoy=h epidemiologist=h essay=v",
    "estimate=w even=sa evening=t event=v ever=a every=d evidence=w executive=h executives=hm",
    "expert=h experts=hm exports=k eyewitness=h eyewitnesses=hm family=g fans=hm far=a farmer=h",
    "farmers=hm farmhand=h father=h feb=t february=t federation=g fighter=h figures=w filing=wv",
    "filings=w finally=a findings=w firefighter=h firefighters=hm firm=g firms=hm first=a",
    "fisherman=h fishermen=hm five=d flatmate=h following=r for=r force=g forces=g forecast=w",
    "forecaster=h forecasters=hm forecasts=w foundation=g founder=h founders=hm four=d friar=h",
    "friday=t friend=h friends=hm from=r fund=g further=a furthermore=a futures=k gardener=h",
    "general=h geographer=h geologist=h giant=g girl=h girlfriend=h goalkeeper=h godmother=h",
    "governess=h government=g governments=hm governor=h granddaughter=h grandfather=h",
    "grandmother=h grandson=h grocer=h group=g groups=hm growers=hm growth=k guard=h guards=hm",
    "guest=h guitarist=h had=x hadn't=- hairdresser=h hardly=- has=x hasn't=- have=x haven't=-",
    "having=x he=p head=h headline=w headmaster=h headquarters=g headteacher=h hearing=v helper=h",
    "her=d hermit=h his=d historian=h historians=hm holidaymakers=hm hospital=g host=h hostage=h",
    "house=g how=sq however=a hunter=h husband=h hydrologist=h i=n if=sq imam=h immediately=a",
    "imports=k in=r inc=g income=k indictment=w inflation=k inmate=h inquiry=w inside=r insider=h",
    "insiders=hm inspector=h inspectors=hm instead=a institute=g institution=g insurer=g intern=h",
    "interview=v interviewer=h interviews=v into=r inventories=k investigation=w investigator=h",
    "investigators=hm investor=h investors=hm is=b isn't=b it=p its=d jan=t january=t jeweller=h",
    "journalist=h journalists=hm judge=h judges=hm jul=t july=t jun=t june=t juror=h jury=g just=a",
    "king=h knight=h kremlin=g laboratory=g lady=h landlady=h landlord=h last=t late=t later=a",
    "law=w lawmaker=h lawmakers=hm lawsuit=w lawyer=h lawyers=hm leader=h leaders=hm leaflet=w",
    "league=g lecturer=h lender=g lenders=hm letter=wv letters=w librarian=h lieutenant=h",
    "lifeguard=h like=r llc=g locals=hm lodger=h long=a lord=h losses=k ltd=g magazine=g",
    "magistrate=h maid=h maker=g man=h manager=h managers=hm manufacturer=g many=d mar=t march=t",
    "margins=k market=g mason=h may=ot mayor=h meanwhile=a mechanic=h media=gw mediators=hm",
    "medic=h meeting=v members=hm memo=wv memoir=wv men=hm mentor=h merchant=h message=wv",
    "meteorologist=h meteorologists=hm midwife=h might=o militants=hm military=g miller=h",
    "millionaire=h miner=h miners=hm minister=h ministers=hm ministry=g minutes=w moderator=h",
    "monday=t monitor=g monk=h month=t months=t moreover=a morning=t most=d mother=h motorists=hm",
    "mp=h mum=h museum=g musician=h musicians=hm must=o my=d nationalists=hm navy=g near=r",
    "negotiations=k negotiator=h negotiators=hm neighbor=h neighbors=hm neighbour=h neighbours=hm",
    "neither=- nephew=h network=g never=- nevertheless=a news=gv newspaper=g next=a niece=h",
    "night=t no=d nonetheless=a noon=t nor=j not=- notary=h note=v notice=wv notification=w nov=t",
    "novelist=h november=t now=a nun=h nurse=h nurses=hm observatory=g observer=h observers=hm",
    "oct=t october=t of=r off=r office=g officer=h officers=hm official=h officials=hm often=a",
    "ombudsman=h on=r once=sa one=d only=a onto=r operator=h operators=hm opponents=hm",
    "opposition=g or=j orchestra=g orders=k organisation=g organiser=h organisers=hm",
    "organization=g organizer=h organizers=hm other=d others=hm our=d outlet=g outlets=hm output=k",
    "outside=r outsider=h over=r owner=hg owners=hm painter=h pal=h panel=g paper=gv papers=hm",
    "paramedic=h paramedics=hm parent=h parents=hm parliament=g parson=h participant=h",
    "participants=hm partner=h party=g passenger=h passengers=hm past=r pastor=h patient=h",
    "patients=hm peddler=h pedlar=h pensioner=h pentagon=g people=hm per=r performer=h person=h",
    "petition=w phone=v photographer=h photographers=hm physician=h pianist=h pilot=h pilots=hm",
    "plaintiff=h plaintiffs=hm planner=h plans=k player=h players=hm plc=g please=a plumber=h",
    "poet=h police=gm politician=h politicians=hm poll=w pope=h portal=g porter=h post=gwv",
    "postman=h posts=w potter=h premier=h presenter=h president=h press=gwv previously=a prices=k",
    "priest=h prince=h princess=h principal=h prisoner=h probe=w producer=h producers=hm",
    "production=k professor=h profit=k profits=k programmer=h promoter=h prosecution=g",
    "prosecutor=h prosecutors=hm protester=h protesters=hm protestor=h protestors=hm provider=g",
    "psychologist=h publisher=g pundit=h pundits=hm pupil=h queen=h question=v questions=v",
    "quickly=a rabbi=h ranger=h rapper=h readers=hm rebel=h rebels=hm recently=a record=w",
    "records=w recruiter=h referee=h refugee=h refugees=hm regarding=r regulator=g regulators=hm",
    "relative=h relatives=hm release=wv releases=w remarks=v repeatedly=a report=wv reportedly=a",
    "reporter=h reporters=hvm reports=w representative=h representatives=hm republicans=hm",
    "rescuers=hm research=w researcher=h researchers=hm resident=h residents=hm response=v",
    "results=k retailer=g retailers=hm retiree=h revenue=k revenues=k review=w rivals=hm",
    "roommate=h ruling=w runner=h sailor=h sales=k salesman=h saturday=t scholar=h scholars=hm",
    "school=g schoolmaster=h schoolmate=h scientist=h scientists=hm sculptor=h secretary=h",
    "seismologist=h sellers=hm senate=g senator=h senators=hm sep=t separately=a separatists=hm",
    "sept=t september=t sergeant=h servant=h service=g session=v several=d sexton=h shall=x",
    "shareholders=hm shares=k she=p shepherd=h sheriff=h shipments=k shop=g shopkeeper=h",
    "shopkeepers=hm should=o shouldn't=- side=g sign=w signalman=h simply=a since=rsa singer=h",
    "sir=h sister=h site=g skipper=h smuggler=h so=s socialist=h society=g sociologist=h soldier=h",
    "soldiers=hm solicitor=h some=d son=h soon=a source=hw sources=hm speaker=h specialist=h",
    "specialists=hm speech=v spending=k spokesman=h spokesmen=hm spokesperson=h spokeswoman=h",
    "spring=t squire=h start-up=g startup=g statement=wv statements=w station=g stationmaster=h",
    "statistics=w stepfather=h stepmother=h steward=h still=a stocks=k store=g story=wv stranger=h",
    "strategist=h striker=h student=h students=hm studies=w study=w subsequently=a subsidiary=g",
    "successor=h summer=t sunday=t superintendent=h supervisors=hm supplier=g supporter=h",
    "supporters=hm surfers=hm surgeon=h survey=w surveyor=h surveys=w survivor=h survivors=hm",
    "syndicate=g tailor=h talks=k tanner=h teacher=h teachers=hm team=g teammate=h teammates=hm",
    "technician=h teenager=h teenagers=hm telegram=v teller=h tenant=h tenants=hm testimony=wv",
    "text=w than=s that=ds thatcher=h the=d theater=g theatre=g their=d then=a there=a therefore=a",
    "these=d they=p think-tank=g thinktank=g this=d those=d though=sa three=d through=r",
    "throughout=r thursday=t thus=a times=g tinker=h to=r today=at together=a tomorrow=at",
    "tonight=at too=a tourist=h toward=r towards=r trader=h traders=hm trading=k traffic=k",
    "trainer=h transcript=w treasurer=h treasury=g tribunal=g trustee=h tuesday=t turnover=k",
    "tutor=h tweet=wv tweets=w twitter=v two=d tycoon=h uncle=h under=r underneath=r undertaker=h",
    "unemployment=k union=g unions=hm university=g unless=s unlike=r until=rs upon=r users=hm",
    "utility=g vendor=h vendors=hm verdict=w vet=h veteran=h veterans=hm veterinarian=h via=r",
    "vicar=h vice-president=h victim=h victims=hm video=v villager=h villagers=hm violinist=h",
    "virologist=h visit=v visitor=h visitors=hm volunteer=h volunteers=hm voter=h voters=hm",
    "waiter=h waitress=h warden=h warrant=w was=b wasn't=b watchdog=g watchman=h we=n weaver=h",
    "website=g wednesday=t week=t weekend=t weekly=g weeks=t welder=h were=b weren't=b what=sq",
    "when=sq where=sq whereas=s whether=sq which=sq while=s whistleblower=h who=psq whom=s whose=s",
    "why=sq widow=h wife=h will=x winner=h winter=t with=r within=r without=r witness=h",
    "witnesses=hm woman=h women=hm won't=- work=k worker=h workers=hm would=x wouldn't=- writer=h",
    "writers=hm year=t years=t yesterday=at yet=ja you=n zookeeper=h",
};
/* clang-format on */

/* ferryman, zoologist, beautician: those whom their endings tell. */
static const char endings[] = "woman=h person=h ologist=h ician=h sman=h keeper=h yman=h women=hm "
                              "ologists=hm icians=hm keepers=hm maker=g smen=hm";

static unsigned classes_of(const char *letters)
{
    unsigned classes = 0;
    for (; *letters != '\0' && *letters != ' '; letters++)
        classes |= 1U << (strchr(CLASSES, *letters) - CLASSES);
    return classes;
}

unsigned word_class(const char *word)
{
    char letters[8];
    size_t length = strlen(word);
    const char *found = WORDLIST_IN_ROWS(word, length, words);
    if (found != NULL)
        return classes_of(found + 1);
    size_t ending = wordlist_before(word, 1, length, endings);
    (void)wordlist_value(word, length - ending, length, endings, letters, sizeof letters);
    return classes_of(letters);
}
