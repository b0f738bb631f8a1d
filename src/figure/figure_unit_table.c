#include "figure/figure_unit.h"

/* clang-format off */
/* A currency of its code; a unit of its own, one that converts into a base, in so many of it and from another
 * zero; one that is told in another: its name here and in figures, its factor and power of ten. */
#define M(id) { #id, #id, NULL, 1, 0, FIGURE_MONEY, 1, 0 },
#define U(id, kind) { id, id, NULL, 1, 0, FIGURE_##kind, 1, 0 },
#define B(id, kind, base, of_base) { id, id, base, of_base, 0, FIGURE_##kind, 1, 0 },
#define T(id, kind, base, of_base, offset) { id, id, base, of_base, offset, FIGURE_##kind, 1, 0 },
#define X(id, name, kind, factor, power) { id, name, NULL, 1, 0, FIGURE_##kind, factor, power },

/* In the order of strcmp. */
const struct figure_unit figure_units[] = {
    U("%", PERCENT) X("%*10", "%", PERCENT, 10, 0) X("%-1", "%", PERCENT, 1, -1) X("%-2", "%", PERCENT, 1, -2)
    X("%-3", "%", PERCENT, 1, -3) X("%-4", "%", PERCENT, 1, -4) U("?", MONEY) U("A", COUNT) M(AED) M(AFN) M(ALL)
    M(AMD) M(ANG) M(AOA) M(ARS) M(AUD) M(AWG) M(AZN) B("B", DATA, "B", 1) M(BAM) M(BBD) M(BDT) M(BEF) M(BGN) M(BHD)
    M(BIF) M(BMD) M(BND) M(BOB) M(BRL) M(BSD) M(BTC) M(BTN) M(BWP) M(BYN) M(BZD) U("Bq", COUNT)
    B("C", TEMPERATURE, "C", 1) M(CAD) M(CDF) M(CHF) M(CLP) M(CNY) X("CNY-1", "CNY", MONEY, 1, -1)
    X("CNY-2", "CNY", MONEY, 1, -2) M(COP) M(CRC) M(CUP) M(CVE) M(CYP) M(CZK) M(DEM) M(DJF) M(DKK) M(DOP) M(DZD)
    B("EB", DATA, "B", 1e18) M(EEK) M(EGP) M(ERN) M(ESP) M(ETB) M(EUR) X("EUR-2", "EUR", MONEY, 1, -2)
    T("F", TEMPERATURE, "C", 5.0 / 9, -160.0 / 9) M(FIM) M(FJD) M(FKP) M(FRF) B("GB", DATA, "B", 1e9) M(GBP)
    X("GBP*5e-2", "GBP", MONEY, 5, -2) X("GBP-2", "GBP", MONEY, 1, -2) M(GEL) M(GHS) B("GHz", COUNT, "Hz", 1e9)
    M(GIP) B("GJ", ENERGY, "Wh", 1e6 / 3.6) M(GMD) M(GNF) M(GRD) M(GTQ) B("GW", POWER, "W", 1e9)
    B("GWh", ENERGY, "Wh", 1e9) M(GYD) B("Gbit", DATA, "B", 1.25e8) B("Gbps", DATA, "Mbps", 1e3)
    B("GiB", DATA, "B", 1073741824) M(HKD) X("HKD-2", "HKD", MONEY, 1, -2) M(HNL) M(HRK) M(HTG) M(HUF)
    B("Hz", COUNT, "Hz", 1) M(IDR) M(IEP) M(ILS) M(INR) M(IQD) M(IRR) M(ISK) M(ITL) B("J", ENERGY, "Wh", 1.0 / 3600)
    M(JMD) M(JOD) M(JPY) T("K", TEMPERATURE, "C", 1, -273.15) M(KES) M(KGS) M(KHR) M(KMF) M(KPW) M(KRW) M(KWD)
    M(KYD) M(KZT) B("KiB", DATA, "B", 1024) B("L", VOLUME, "L", 1) X("L+2", "L", VOLUME, 1, 2)
    X("L-1", "L", VOLUME, 1, -1) X("L-2", "L", VOLUME, 1, -2) M(LAK) M(LBP) M(LKR) M(LRD) M(LSL) M(LYD) M(MAD)
    B("MB", DATA, "B", 1e6) M(MDL) M(MGA) B("MHz", COUNT, "Hz", 1e6) B("MJ", ENERGY, "Wh", 1e3 / 3.6) M(MKD) M(MMK)
    M(MNT) M(MOP) B("MPa", COUNT, "Pa", 1e6) M(MRU) M(MUR) M(MVR) B("MW", POWER, "W", 1e6) M(MWK)
    B("MWh", ENERGY, "Wh", 1e6) M(MXN) M(MYR) M(MZN) B("Mbit", DATA, "B", 1.25e5) B("Mbps", DATA, "Mbps", 1)
    B("MiB", DATA, "B", 1048576) U("N", COUNT) M(NAD) M(NGN) M(NIO) M(NOK) M(NPR) M(NZD) U("Nm", COUNT) M(OMR)
    M(PAB) B("PB", DATA, "B", 1e15) M(PEN) M(PGK) M(PHP) M(PKR) M(PLN) M(PYG) B("Pa", COUNT, "Pa", 1) M(QAR)
    T("R", TEMPERATURE, "C", 5.0 / 9, -273.15) M(RON) M(RSD) M(RUB) M(RWF) M(SAR) M(SBD) M(SCR) M(SDG) M(SEK) M(SGD)
    M(SHP) M(SKK) M(SLL) M(SOS) M(SRD) M(STN) M(SYP) M(SZL) B("Sv", COUNT, "Sv", 1) B("TB", DATA, "B", 1e12) M(THB)
    M(TJS) M(TMT) M(TND) M(TOP) M(TRY) M(TTD) B("TW", POWER, "W", 1e12) M(TWD) B("TWh", ENERGY, "Wh", 1e12) M(TZS)
    B("Tbit", DATA, "B", 1.25e11) B("TiB", DATA, "B", 1099511627776) M(UAH) M(UGX) M(USD)
    X("USD-2", "USD", MONEY, 1, -2) M(UYU) M(UZS) B("V", COUNT, "V", 1) M(VES) M(VND) M(VUV) B("W", POWER, "W", 1)
    X("W-3", "W", POWER, 1, -3) M(WST) B("Wh", ENERGY, "Wh", 1) M(XAF) M(XCD) M(XOF) M(XPF) M(YER) M(ZAR) M(ZMW)
    M(ZWL) B("acres", AREA, "m2", 4046.8564224) B("bar", COUNT, "Pa", 1e5) B("bit", DATA, "B", 0.125)
    X("c", "C", TEMPERATURE, 1, 0) U("carats", COUNT) B("chi", LENGTH, "m", 1.0 / 3) B("cm", LENGTH, "m", 0.01)
    B("cm2", AREA, "m2", 1e-4) B("cun", LENGTH, "m", 1.0 / 30) B("cwt", MASS, "kg", 50.80234544) U("dB", COUNT)
    B("day", DURATION, "second", 86400) U("degrees", COUNT) X("dozen", "", COUNT, 12, 0)
    B("dr", MASS, "kg", 0.0017718451953125) X("f", "F", TEMPERATURE, 1, 0) B("fathoms", LENGTH, "m", 1.8288)
    B("floz", VOLUME, "L", 0.0295735295625) U("fps", COUNT) B("ft", LENGTH, "m", 0.3048)
    B("ft/s", SPEED, "km/h", 1.09728) B("ft2", AREA, "m2", 0.09290304) B("ft3", VOLUME, "L", 28.316846592)
    B("furlongs", LENGTH, "m", 201.168) B("g", MASS, "kg", 0.001) X("g*50", "g", MASS, 50, 0)
    X("g-3", "g", MASS, 1, -3) X("g-6", "g", MASS, 1, -6) B("gal", VOLUME, "L", 3.785411784)
    B("gr", MASS, "kg", 6.479891e-5) B("hPa", COUNT, "Pa", 100) B("ha", AREA, "m2", 1e4)
    B("hour", DURATION, "second", 3600) B("hp", POWER, "W", 745.69987158227022) B("in", LENGTH, "m", 0.0254)
    B("in2", AREA, "m2", 0.00064516) B("in3", VOLUME, "L", 0.016387064) B("kB", DATA, "B", 1e3)
    B("kHz", COUNT, "Hz", 1e3) B("kJ", ENERGY, "Wh", 1.0 / 3.6) B("kPa", COUNT, "Pa", 1e3) B("kV", COUNT, "V", 1e3)
    B("kW", POWER, "W", 1e3) B("kWh", ENERGY, "Wh", 1e3) B("kbit", DATA, "B", 125) B("kbps", DATA, "Mbps", 1e-3)
    B("kcal", ENERGY, "Wh", 4184.0 / 3600) B("kg", MASS, "kg", 1) X("kg*5e-1", "kg", MASS, 5, -1)
    X("kg+2", "kg", MASS, 1, 2) B("km", LENGTH, "m", 1000) B("km/h", SPEED, "km/h", 1)
    B("km/s", SPEED, "km/h", 3600) B("km2", AREA, "m2", 1e6) B("km3", VOLUME, "L", 1e12)
    B("knots", SPEED, "km/h", 1.852) B("lb", MASS, "kg", 0.45359237) U("lm", COUNT)
    B("ly", LENGTH, "m", 9.4607304725808e15) B("m", LENGTH, "m", 1) X("m*5e2", "m", LENGTH, 5, 2)
    X("m+1", "m", LENGTH, 1, 1) X("m+2", "m", LENGTH, 1, 2) X("m-1", "m", LENGTH, 1, -1)
    B("m/min", SPEED, "km/h", 0.06) B("m/s", SPEED, "km/h", 3.6) B("m2", AREA, "m2", 1) X("m2+2", "m2", AREA, 1, 2)
    X("m2-2", "m2", AREA, 1, -2) B("m3", VOLUME, "L", 1000) U("mAh", COUNT) B("mL", VOLUME, "L", 0.001)
    X("mL-3", "mL", VOLUME, 1, -3) B("mSv", COUNT, "Sv", 1e-3) B("mbar", COUNT, "Pa", 100)
    B("mi", LENGTH, "m", 1609.344) B("mi2", AREA, "m2", 2589988.110336) B("minute", DURATION, "second", 60)
    X("minute*15", "minute", DURATION, 15, 0) B("mm", LENGTH, "m", 0.001) X("mm-3", "mm", LENGTH, 1, -3)
    X("mm-6", "mm", LENGTH, 1, -6) X("mm-9", "mm", LENGTH, 1, -9) B("mm2", AREA, "m2", 1e-6)
    B("mmHg", COUNT, "Pa", 133.322387415) U("mmol", COUNT) B("month", DURATION, "month", 1)
    X("month*3", "month", DURATION, 3, 0) U("mpg", COUNT) B("mph", SPEED, "km/h", 1.609344)
    B("mu", AREA, "m2", 2000.0 / 3) X("mu+2", "mu", AREA, 1, 2) X("mu-1", "mu", AREA, 1, -1)
    B("nmi", LENGTH, "m", 1852) X("off", "% of price", PERCENT, 10, 0) U("ohm", COUNT)
    B("oz", MASS, "kg", 0.028349523125) B("ping", AREA, "m2", 3.305785) U("pp", PERCENT)
    X("pp-2", "pp", PERCENT, 1, -2) U("ppb", COUNT) U("ppm", COUNT) B("psi", COUNT, "Pa", 6894.757293168)
    B("pt", VOLUME, "L", 0.473176473) B("qt", VOLUME, "L", 0.946352946) U("rpm", COUNT)
    B("second", DURATION, "second", 1) X("second-3", "second", DURATION, 1, -3) B("st", MASS, "kg", 6.35029318)
    B("t", MASS, "kg", 1000) X("t+3", "t", MASS, 1, 3) X("t+6", "t", MASS, 1, 6) U("times", COUNT)
    B("uSv", COUNT, "Sv", 1e-6) B("week", DURATION, "second", 604800) X("week*2", "week", DURATION, 2, 0)
    B("yd", LENGTH, "m", 0.9144) B("yd2", AREA, "m2", 0.83612736) B("yd3", VOLUME, "L", 764.554857984)
    B("year", DURATION, "month", 12) X("year+1", "year", DURATION, 1, 1) X("year+2", "year", DURATION, 1, 2)
    B("zhang", LENGTH, "m", 10.0 / 3)
};

/* Spellings and whose they are: < of a currency ahead of a number, = on both sides; then > of what stands behind
 * it, - of words that only begin like a unit. English words are in small letters and without the s of a plural.
 * Both are in the order of strcmp. Of the signs of ASCII only $ and % begin one (find in figure_unit.c). */
const char figure_unit_spellings[][FIGURE_UNIT_LINE] = {
    "$<USD A$<AUD AED=AED AFN=AFN AOA=AOA AR$<ARS ARS=ARS AU$<AUD AUD=AUD AWG=AWG BBD=BBD BDT=BDT BGN=BGN BHD=BHD",
    "BIF=BIF BMD=BMD BND=BND BRL=BRL BSD=BSD BTN=BTN BWP=BWP BYN=BYN BZD=BZD C$<CAD CA$<CAD CAD=CAD CDF=CDF CHF=CHF",
    "CLP=CLP CNY=CNY CN¥<CNY COP=COP CRC=CRC CVE=CVE CZK=CZK Can$<CAD DJF=DJF DKK=DKK DOP=DOP DZD=DZD EGP=EGP ETB=ETB",
    "EUR=EUR Euro=EUR FJD=FJD FKP=FKP Fr.<CHF GBP=GBP GEL=GEL GHS=GHS GMD=GMD GNF=GNF GTQ=GTQ GYD=GYD HK$<HKD HKD=HKD",
    "HNL=HNL HTG=HTG HUF=HUF IDR=IDR ILS=ILS INR=INR IQD=IQD IRR=IRR ISK=ISK JMD=JMD JOD=JOD JPY=JPY JP¥<JPY KES=KES",
    "KGS=KGS KHR=KHR KMF=KMF KPW=KPW KRW=KRW KSh=KES KWD=KWD KYD=KYD KZT=KZT Ksh=KES LBP=LBP LKR=LKR LRD=LRD LSL=LSL",
    "LYD=LYD MDL=MDL MGA=MGA MKD=MKD MMK=MMK MNT=MNT MOP=MOP MRU=MRU MUR=MUR MVR=MVR MWK=MWK MX$<MXN MXN=MXN MYR=MYR",
    "MZN=MZN Mex$<MXN NAD=NAD NGN=NGN NIO=NIO NIS=ILS NOK=NOK NPR=NPR NT$<TWD NZ$<NZD NZD=NZD OMR=OMR PEN=PEN PGK=PGK",
    "PHP=PHP PKR=PKR PLN=PLN PYG=PYG QAR=QAR R$<BRL RM<MYR RMB=CNY RON=RON RSD=RSD RUB=RUB RWF=RWF Rmb<CNY Rp.<IDR",
    "Rp<IDR Rs.<INR Rs<INR S$<SGD SAR=SAR SBD=SBD SCR=SCR SDG=SDG SEK=SEK SFr<CHF SG$<SGD SGD=SGD SHP=SHP SLL=SLL",
    "SRD=SRD STN=STN SYP=SYP SZL=SZL THB=THB TJS=TJS TMT=TMT TND=TND TRY=TRY TTD=TTD TWD=TWD TZS=TZS U.S.$<USD",
    "UAH=UAH UGX=UGX US$<USD USD=USD UYU=UYU UZS=UZS VES=VES VND=VND VUV=VUV WST=WST XAF=XAF XCD=XCD XOF=XOF XPF=XPF",
    "YER=YER ZAR=ZAR ZMW=ZMW £=GBP ¥<CNY ฿<THB ₦=NGN ₩<KRW ₪=ILS ₫=VND €=EUR ₱<PHP ₴=UAH ₹<INR ₺=TRY ₽=RUB 万分之<%-2",
    "不丹努尔特鲁姆=BTN 东加勒比元=XCD 丹麦克朗=DKK 乌兹别克斯坦苏姆=UZS 乌干达先令=UGX 乌拉圭比索=UYU 也门里亚尔=YER 亚美尼亚德拉姆=AMD 人民币=CNY 令吉=MYR 以色列新谢克尔=ILS",
    "伊拉克第纳尔=IQD 伊朗里亚尔=IRR 伯利兹元=BZD 佛得角埃斯库多=CVE 兰特=ZAR 兹罗提=PLN 冈比亚达拉西=GMD 冰岛克朗=ISK 几内亚法郎=GNF 刚果法郎=CDF 利比亚第纳尔=LYD",
    "利比里亚元=LRD 加元=CAD 加币=CAD 加拿大元=CAD 加纳塞地=GHS 十万分之<%-3 千分之<%-1 南非兰特=ZAR 博茨瓦纳普拉=BWP 卡塔尔里亚尔=QAR 卢布=RUB 卢旺达法郎=RWF",
    "印尼卢比=IDR 印尼盾=IDR 印度卢比=INR 印度尼西亚盾=IDR 危地马拉格查尔=GTQ 厄立特里亚纳克法=ERN 叙利亚镑=SYP 古巴比索=CUP 台币=TWD 吉尔吉斯斯坦索姆=KGS 吉布提法郎=DJF",
    "哥伦比亚比索=COP 哥斯达黎加科朗=CRC 土库曼斯坦马纳特=TMT 圣多美多布拉=STN 圣赫勒拿镑=SHP 圭亚那元=GYD 坡币=SGD 坦桑尼亚先令=TZS 埃及镑=EGP 埃塞俄比亚比尔=ETB",
    "塔吉克斯坦索莫尼=TJS 塞尔维亚第纳尔=RSD 塞拉利昂利昂=SLL 塞舌尔卢比=SCR 墨西哥比索=MXN 多米尼加比索=DOP 奈拉=NGN 委内瑞拉玻利瓦尔=VES 安哥拉宽扎=AOA 尼加拉瓜科多巴=NIO",
    "巴哈马元=BSD 巴基斯坦卢比=PKR 巴巴多斯元=BBD 巴布亚新几内亚基那=PGK 巴拉圭瓜拉尼=PYG 巴拿马巴波亚=PAB 巴林第纳尔=BHD 巴西雷亚尔=BRL 布隆迪法郎=BIF 开曼群岛元=KYD",
    "所罗门群岛元=SBD 挪威克朗=NOK 捷克克朗=CZK 摩尔多瓦列伊=MDL 摩洛哥迪拉姆=MAD 文莱元=BND 斐济元=FJD 斯威士兰里兰吉尼=SZL 斯里兰卡卢比=LKR 新元=SGD 新加坡元=SGD",
    "新台币=TWD 新币=SGD 新西兰元=NZD 日元=JPY 日圆=JPY 日币=JPY 智利比索=CLP 朝鲜元=KPW 林吉特=MYR 格里夫纳=UAH 格鲁吉亚拉里=GEL 欧元=EUR 毛里塔尼亚乌吉亚=MRU",
    "毛里求斯卢比=MUR 汤加潘加=TOP 沙特里亚尔=SAR 波黑可兑换马克=BAM 波黑马克=BAM 泰铢=THB 洪都拉斯伦皮拉=HNL 海地古德=HTG 港元=HKD 港圆=HKD 港币=HKD 澳元=AUD",
    "澳大利亚元=AUD 澳币=AUD 澳洲元=AUD 澳门元=MOP 牙买加元=JMD 特立尼达和多巴哥元=TTD 瑞典克朗=SEK 瑞士法郎=CHF 瑞郎=CHF 瓦努阿图瓦图=VUV 白俄罗斯卢布=BYN 百万分之<%-4",
    "百分之<% 直布罗陀镑=GIP 福克兰群岛镑=FKP 福林=HUF 科摩罗法郎=KMF 秘鲁索尔=PEN 突尼斯第纳尔=TND 索马里先令=SOS 约旦第纳尔=JOD 纳米比亚元=NAD 纽元=NZD 纽币=NZD",
    "纽西兰元=NZD 缅甸元=MMK 美元=USD 美金=USD 苏丹镑=SDG 苏里南元=SRD 英镑=GBP 荷属安的列斯盾=ANG 莫桑比克梅蒂卡尔=MZN 莱索托洛蒂=LSL 菲律宾披索=PHP 菲律宾比索=PHP",
    "萨摩亚塔拉=WST 赞比亚克瓦查=ZMW 越南盾=VND 越盾=VND 迪拉姆=AED 阿塞拜疆马纳特=AZN 阿富汗尼=AFN 阿尔及利亚第纳尔=DZD 阿尔巴尼亚列克=ALL 阿曼里亚尔=OMR 阿根廷比索=ARS",
    "阿鲁巴弗罗林=AWG 雷亚尔=BRL 韩元=KRW 韩圆=KRW 韩币=KRW 马其顿第纳尔=MKD 马尔代夫拉菲亚=MVR 马币=MYR 马拉维克瓦查=MWK 马达加斯加阿里亚里=MGA 黎巴嫩镑=LBP ＄<USD",
    "￡=GBP ￥<CNY",

    "%>% BTC>BTC C>c EB>EB F>f GB>GB GHz>GHz GJ>GJ GW>GW GWh>GWh Gb/s>Gbps Gbit/s>Gbps Gbit>Gbit Gbps>Gbps GiB>GiB",
    "Hz>Hz KB>kB KW>kW KWh>kWh Kbps>kbps KiB>KiB Kč>CZK L>L MB>MB MHz>MHz MJ>MJ MPa>MPa MW>MW MWh>MWh Mb/s>Mbps",
    "Mbit/s>Mbps Mbit>Mbit Mbps>Mbps MiB>MiB Mt>t+6 Nm>Nm PB>PB TB>TB TW>TW TWh>TWh Tbit>Tbit TiB>TiB V>V W>W Wh>Wh",
    "acre>acres afghani>AFN albanian_lek>ALL american_dollar>USD amp>A ampere>A ariary>MGA aussie_dollar>AUD",
    "australian_dollar>AUD baht>THB balboa>PAB bar>bar basis_point>pp-2 becquerel>Bq bhp>hp birr>ETB bitcoin>BTC",
    "bolivar>VES boliviano>BOB bolívar>VES bp>pp-2 bps>pp-2 british_pound>GBP buck>USD business_day>day byte>B",
    "calendar_days>day calories>kcal canadian_dollar>CAD carat>carats cc>mL cedi>GHS celcius>C celsius>C cent>USD-2",
    "centigrade>C centigrate>C centiliter>L-2 centilitre>L-2 centimeter>cm centimetre>cm centuries>year+2",
    "century>year+2 cl>L-2 cm>cm consecutive_quarter>month*3 convertible_mark>BAM cu._ft>ft3 cu._in>in3 cu._m>m3 cu_ft>ft3 cu_in>in3 cu_m>m3",
    "cu_yd>yd3 cubic_centimeter>mL cubic_centimetre>mL cubic_decimeter>L cubic_decimetre>L cubic_feet>ft3",
    "cubic_foot>ft3 cubic_inch>in3 cubic_inches>in3 cubic_kilometer>km3 cubic_kilometers>km3 cubic_km>km3 cubic_cm>mL cubic_m>m3 cubic_kilometre>km3",
    "cubic_kilometres>km3 cubic_meter>m3 cubic_metre>m3 cubic_millimeter>mL-3 cubic_millimetre>mL-3 cubic_yard>yd3",
    "cwt>cwt d-marks>DEM dB>dB dL>L-1 dalasi>GMD day>day decade>year+1 decameter>m+1 decametre>m+1 decibel>dB",
    "deciliter>L-1 decilitre>L-1 decimeter>m-1 decimetre>m-1 deg.>degrees deg>degrees deg_c>C deg_celsius>C deg_f>F",
    "deg_fahrenheit>F degree>degrees degree_celsius>C degree_centigrade>C degree_fahrenheit>F degree_kelvin>K",
    "degree_rankine>R degrees_c>C degrees_celcius>C degrees_celsius>C degrees_centigrade>C degrees_f>F",
    "degrees_fahrenheit>F degrees_farenheit>F degrees_kelvin>K degrees_rankine>R dekameter>m+1 denar>MKD",
    "deutsche_mark>DEM deutschmark>DEM dinar>? dirham>AED dl>L-1 dm>m-1 dobra>STN dollar>USD dong>VND drachma>GRD",
    "dram>AMD emalangeni>SZL emirati_dirhams>AED escudo>? euro>EUR euro_cent>EUR-2 eurocent>EUR-2 exabyte>EB",
    "fahrenheit>F farenheit>F fathom>fathoms feet>ft feet_a_second>ft/s feet_per_second>ft/s fen>CNY-2 fl._oz>floz",
    "fl_oz>floz fluid_ounce>floz foot>ft foot_per_second>ft/s forint>HUF fortnight>week*2 fps>fps franc>? ft/s>ft/s",
    "ft2>ft2 ft>ft ft_per_second>ft/s ft²>ft2 furlong>furlongs",
    "g>g gal>gal gallon>gal gb>GB german_marks>DEM gibibyte>GiB",
    "gigabit>Gbit gigabit_per_second>Gbps gigabits_per_second>Gbps gigabyte>GB gigahertz>GHz gigajoule>GJ gigawatt>GW",
    "gigawatt_hour>GWh gourde>HTG gram>g gramme>g greenback>USD guarani>PYG guilder>? h>hour hPa>hPa ha>ha hectare>ha",
    "hectoliter>L+2 hectolitre>L+2 hectometer>m+2 hectometre>m+2 hertz>Hz hk_cent>HKD-2 hk_dollar>HKD hl>L+2",
    "hong_kong_cent>HKD-2 hong_kong_dollar>HKD horsepower>hp hour>hour hp>hp hr>hour hrs>hour hryvnia>UAH",
    "hundredweight>cwt in.>in inch>in inche>in inches>in israeli_new_shekel>ILS jiao>CNY-1",
    "joule>J kB>kB kHz>kHz kJ>kJ kPa>kPa kV>kV kW>kW",
    "kWh>kWh kb>kB kbit/s>kbps kbit>kbit kbps>kbps kcal>kcal kelvin>K kg>kg kgs>kg kibibyte>KiB kilo>kg kilobit>kbit",
    "kilobyte>kB kilocalorie>kcal kilogram>kg kilogramme>kg kilohertz>kHz kilojoule>kJ kilometer>km",
    "kilometer_per_hour>km/h kilometer_per_second>km/s kilometers_a_second>km/s kilometers_an_hour>km/h",
    "kilometers_per_hour>km/h kilometers_per_second>km/s kilometre>km kilometre_per_hour>km/h",
    "kilometre_per_second>km/s kilometres_a_second>km/s kilometres_an_hour>km/h kilometres_per_hour>km/h",
    "kilometres_per_second>km/s kiloton>t+3 kilotonne>t+3 kilowatt>kW kilowatt_hour>kWh kina>PGK kip>LAK",
    "kiwi_dollars>NZD km/h>km/h km/s>km/s km2>km2 km3>km3 km>km km_a_second>km/s km_an_hour>km/h km_per_hour>km/h",
    "km_per_second>km/s kmh>km/h kmph>km/h kms>km km²>km2 knot>knots koruna>? kph>km/h krona>? krone>? kroner>?",
    "kronor>? kronur>? kuna>HRK kwacha>ZMW kwanza>AOA kyat>MMK lari>GEL lb>lb lbs>lb lei>RON lek>ALL lempira>HNL",
    "leone>SLL leu>RON lev>BGN leva>BGN light_year>ly lilangeni>SZL lira>TRY liter>L litre>L long_ton>t loti>LSL",
    "lumen>lm m/min>m/min m/s>m/s m2>m2 m3>m3 m>m mAh>mAh mL>mL mSv>mSv mW>W-3 maloti>LSL manat>? markka>FIM",
    "markkaa>FIM mb>MB mbar>mbar mcg>g-6 mebibyte>MiB megabit>Mbit megabit_per_second>Mbps megabits_per_second>Mbps",
    "megabyte>MB megahertz>MHz megajoule>MJ megaton>t+6 megatonne>t+6 megawatt>MW megawatt_hour>MWh meter>m",
    "meter_per_second>m/s meters_a_minute>m/min meters_a_second>m/s meters_per_minute>m/min meters_per_second>m/s",
    "meticais>MZN metical>MZN metre>m metre_per_second>m/s metres_a_minute>m/min metres_a_second>m/s",
    "metres_per_minute>m/min metres_per_second>m/s metric_ton>t metric_tonnes>t mg>g-3 mi/h>mph mi2>mi2 mi>mi",
    "microgram>g-6 microliter>mL-3 microlitre>mL-3 micrometer>mm-3 micrometre>mm-3 micron>mm-3 microsievert>uSv",
    "mile>mi mile_an_hour>mph mile_per_hour>mph miles_a_gallon>mpg miles_an_hour>mph miles_per_gallon>mpg",
    "miles_per_hour>mph millibar>mbar milligram>g-3 milligrammes>g-3 milliliter>mL millilitre>mL millimeter>mm",
    "millimetre>mm millisecond>second-3 millisievert>mSv milliwatt>W-3 min>minute mins>minute minute>minute ml>mL",
    "mm>mm mmHg>mmHg mmol>mmol month>month mpg>mpg mph>mph ms>second-3 mu>mu m²>m2 m³>m3 naira>NGN nakfa>ERN",
    "nanometer>mm-6 nanometre>mm-6 nautical_mile>nmi",
    "new_shekel>ILS new_taiwan_dollar>TWD new_zealand_dollar>NZD newton>N",
    "ngultrum>BTN nm>mm-6 nt_dollar>TWD ohm>ohm old_shilling>GBP*5e-2 ouguiya>MRU ounce>oz oz>oz p>GBP-2 paanga>TOP",
    "parts_per_billion>ppb parts_per_million>ppm pataca>MOP paʻanga>TOP pc>% pct>% pence>GBP-2 penny>GBP-2 per_cent>%",
    "per_mille>%-1 percent>% percentage>% percentage_point>pp permille>%-1 peseta>ESP peso>? petabyte>PB",
    "picometer>mm-9 picometre>mm-9 pint>pt pound>lb pound_sterling>GBP pounds_sterling>GBP pp>pp ppb>ppb ppm>ppm",
    "ppt>pp psi>psi pula>BWP qt>qt quart>qt quetzales>GTQ quid>GBP quintal>kg+2 rand>ZAR rankine>R reais>BRL real>BRL",
    "renminbi>CNY rial>IRR riel>KHR ringgit>MYR riyal>SAR rouble>RUB rpm>rpm ruble>RUB rufiyaa>MVR rupee>? rupiah>IDR",
    "s>second sec>second second>second secs>second shekel>ILS shilling>? short_ton>t sievert>Sv sing_dollars>SGD",
    "singapore_dollar>SGD singaporean_dollars>SGD soles>PEN som>? somoni>TJS sq._ft>ft2 sq._in>in2 sq._km>km2",
    "sq._m>m2 sq._mi>mi2 sq._yards>yd2 sq._yd>yd2 sq_ft>ft2 sq_in>in2 sq_km>km2 sq_m>m2 sq_mi>mi2 sq_yards>yd2",
    "sq_yd>yd2 sqft>ft2 sqm>m2 square_centimeter>cm2 square_centimetre>cm2 square_decimeter>m2-2",
    "square_decimetre>m2-2 square_feet>ft2 square_foot>ft2 square_inch>in2 square_inches>in2 square_kilometer>km2",
    "square_kilometre>km2 square_meter>m2 square_metre>m2 square_mile>mi2 square_millimeter>mm2 square_millimetre>mm2",
    "square_yard>yd2 st>st sterling>GBP stone>st straight_quarter>month*3 successive_quarter>month*3 t>t taiwan_dollar>TWD taiwanese_dollar>TWD taka>BDT tala>WST tb>TB",
    "tebibyte>TiB tenge>KZT terabit>Tbit terabyte>TB terawatt>TW terawatt_hour>TWh ton>t tonne>t trading_day>day",
    "troy_ounce>oz tugrik>MNT u.s._cent>USD-2 u.s._dollar>USD u.s._gallon>gal uae_dirhams>AED us_cent>USD-2",
    "us_dollar>USD us_gallon>gal vatu>VUV volt>V watt>W watt_hour>Wh week>week wk>week wks>week won>KRW",
    "working_day>day x>times yard>yd yd>yd yds>yd year>year yen>JPY yr>year yrs>year yuan>CNY yuan_renminbi>CNY",
    "yuan_rmb>CNY zloty>PLN zlotych>PLN zł>PLN złoty>PLN ¢>USD-2 °>C °C>C °F>F µg>g-6 µm>mm-3 μg>g-6 μm>mm-3 ‰>%-1",
    "″>in ℃>C ℉>F ㎎>g-3 ㎏>kg ㎜>mm ㎝>cm ㎞>km ㎡>m2 ㎢>km2 ㎥>m3 丈>zhang 丈人>- 丈夫>- 丈母>- 丈量>- 两>g*50 两个>- 两人>- 两件>- 两会>-",
    "两位>- 两只>- 两名>- 两周>- 两国>- 两地>- 两天>- 两家>- 两岸>- 两年>- 两张>- 两月>- 两次>- 两种>- 两者>- 两黄>- 两黄金>g*50 个世纪>year+2 个交易日>day",
    "个基本点>pp-2 个基点>pp-2 个多月>month 个季度>month*3 个小时>hour 个工作日>day 个年头>year 个星期>week 个月>month 个比特币>BTC 个百分比>% 个百分点>pp",
    "个礼拜>week 个钟头>hour 中非法郎>XAF 乌吉亚>MRU 亩>mu 伏>V 伏击>- 伏尔>- 伏法>- 伏特>V 伦皮拉>HNL 位元组>B 便士>GBP-2 元>CNY 元人民币>CNY 元代>- 元件>-",
    "元台币>TWD 元大期>- 元大证>- 元大金>- 元宵>- 元帅>- 元年>- 元新台币>TWD 元旦>- 元月>- 元朗>- 元气>- 元港币>HKD 元澳门币>MOP 元素>- 元老>- 元钱>CNY 元首>-",
    "兆字节>MB 兆帕>MPa 兆比特>Mbit 兆焦>MJ 兆焦耳>MJ 兆瓦>MW 兆瓦时>MWh 兆赫>MHz 兆赫兹>MHz 先令>? 光年>ly 克>g 克兰>- 克拉>carats 克服>- 克朗>? 克林>-",
    "克瓦查>? 克罗>- 克里>- 克隆>- 公亩>m2+2 公克>g 公分>cm 公升>L 公厘>mm 公吨>t 公尺>m 公担>kg+2 公斤>kg 公石>L+2 公里/小时>km/h 公里/时>km/h 公里/秒>km/s",
    "公里>km 公里时速>km/h 公里每小时>km/h 公里每秒>km/s 公里的时速>km/h 公顷>ha 兰氏度>R 円>JPY 分升>L-1 分地>mu-1 分田>mu-1 分米>m-1 分贝>dB 分钟>minute",
    "分钱>CNY-2 列伊>RON 列克>ALL 列弗>BGN 刻钟>minute*15 加仑>gal 努尔特鲁姆>BTN 千伏>kV 千克>kg 千卡>kcal 千字节>kB 千帕>kPa 千比特>kbit 千焦>kJ",
    "千焦耳>kJ 千瓦>kW 千瓦小时>kWh 千瓦时>kWh 千米/小时>km/h 千米/秒>km/s 千米>km 千米每小时>km/h 千米每秒>km/s 千赫>kHz 千赫兹>kHz 升>L 升为>- 升任>- 升值>-",
    "升到>- 升幅>- 升息>- 升级>- 升至>- 升起>- 升高>- 华氏度>F 华里>m*5e2 卢比>? 厘>% 厘升>L-2 厘米>cm 吉字节>GB 吉比特>Gbit 吉焦>GJ 吉瓦>GW 吉瓦时>GWh 吉赫>GHz",
    "吉赫兹>GHz 吋>in 吨>t 呎>ft 周>week 周一>- 周三>- 周二>- 周五>- 周六>- 周刊>- 周四>- 周围>- 周岁>year 周年>year 周报>- 周日>- 周期>- 周末>- 周边>-",
    "品脱>pt 哩>mi 图格里克>MNT 圆>CNY 圆形>- 圆桌>- 圆满>- 土耳其里拉>TRY 块人民币>CNY 块美元>USD 块钱>CNY 坚戈>KZT 坪>ping 埃斯库多>? 基普>LAK 基点>pp-2",
    "基那>PGK 塔卡>BDT 塞地>GHS 多布拉>STN 夜间>- 大卡>kcal 天>day 天下>- 天使>- 天地>- 天堂>- 天安>- 天气>- 天河>- 天津>- 天然>- 天生>- 天空>-",
    "太字节>TB 太平洋法郎>XPF 夸脱>qt 奈米>mm-6 字节>B 安培>A 宽扎>AOA 寸>in 寸步>- 小时>hour 小时候>- 尺>chi 尺寸>- 尺度>- 尺码>- 尼泊尔卢比>NPR 岁>year",
    "工作日>day 巴>bar 巴勒>- 巴基>- 巴士>- 巴拿>- 巴掌>- 巴林>- 巴格>- 巴波亚>PAB 巴西>- 巴黎>- 市亩>mu 市寸>cun 市斤>kg*5e-1 市里>m*5e2 帕>Pa 帕克>-",
    "帕斯卡>Pa 帕金>- 平方>m2 平方公尺>m2 平方公里>km2 平方分米>m2-2 平方千米>km2 平方厘米>cm2 平方吋>in2 平方呎>ft2 平方尺>ft2 平方根>- 平方毫米>mm2 平方码>yd2",
    "平方米>m2 平方英寸>in2 平方英尺>ft2 平方英里>mi2 平米>m2 年>year 年代>- 年会>- 年度>- 年报>- 年级>- 年薪>- 年轻>- 年龄>- 库纳>HRK 度>degrees 度假>-",
    "度电>kWh 开尔文>K 开氏度>K 微克>g-6 微升>mL-3 微米>mm-3 微西弗>uSv 德国马克>DEM 德拉姆>AMD 成>%*10 成为>- 成了>- 成交>- 成分>- 成功>- 成千>- 成名>-",
    "成员>- 成品>- 成型>- 成就>- 成年>- 成形>- 成本>- 成果>- 成熟>- 成百>- 成立>- 成绩>- 成群>- 成都>- 成长>- 打>dozen 打下>- 打了>- 打人>- 打伤>- 打入>-",
    "打兰>dr 打出>- 打击>- 打包>- 打卡>- 打印>- 打响>- 打完>- 打工>- 打开>- 打得>- 打成>- 打折>- 打拼>- 打断>- 打死>- 打球>- 打电>- 打破>- 打算>- 打败>- 打赏>-",
    "打赢>- 打车>- 打过>- 打进>- 打造>- 折>off 折叠>- 折合>- 折射>- 折扣>- 折磨>- 折腾>- 拉菲亚>MVR 拍字节>PB 摄氏度>C 斤>kg*5e-1 斤两>- 新索尔>PEN",
    "新谢克尔>ILS 方面>- 旬>year+1 星期>week 晚上>- 晚会>- 晚报>- 晚间>- 枚比特币>BTC 格令>gr 格查尔>GTQ 梅蒂卡尔>MZN 欧分>EUR-2 欧姆>ohm 比塞塔>ESP",
    "比特>bit 比特币>BTC 比索>? 毛钱>CNY-1 毫克>g-3 毫升>mL 毫安>mAh 毫安时>mAh 毫巴>mbar 毫摩尔>mmol 毫瓦>W-3 毫秒>second-3 毫米>mm 毫米水银柱>mmHg",
    "毫米汞柱>mmHg 毫西弗>mSv 法国法郎>FRF 法郎>? 流明>lm 浬>nmi 海里>nmi 液体盎司>floz 液盎司>floz 港仙>HKD-2 焦耳>J 牛·米>Nm 牛米>Nm 牛顿>N 玻利瓦尔>VES",
    "玻利维亚诺>BOB 瑞尔>KHR 瓜拉尼>PYG 瓦>W 瓦图>VUV 瓦尔>- 瓦斯>- 瓦时>Wh 瓦特>W 瓦解>- 瓩>kW 百分点>pp 百帕>hPa 皮米>mm-9 盎司>oz 盾牌>- 码>yd 码头>-",
    "码洋>- 磅/平方英寸>psi 磅>lb 磅力/平方英寸>psi 磅每平方英寸>psi 磅礴>- 科多巴>NIO 科威特第纳尔>KWD 秒>second 秒杀>- 秒钟>second 立方>m3 立方体>- 立方公尺>m3",
    "立方公里>km3 立方分米>L 立方千米>km3 立方厘米>mL 立方毫米>mL-3 立方码>yd3 立方米>m3 立方英寸>in3 立方英尺>ft3 第纳尔>? 米/分>m/min 米/分钟>m/min 米/秒>m/s",
    "米>m 米兰>- 米其>- 米尔>- 米每分钟>m/min 米每秒>m/s 米粉>- 米线>- 米饭>- 索姆>? 索莫尼>TJS 纳克法>ERN 纳米>mm-6 缅元>MMK 美分>USD-2 肯尼亚先令>KES",
    "艾字节>EB 节航速>knots 苏姆>UZS 英亩>acres 英吋>in 英呎>ft 英哩>mi 英寸>in 英寻>fathoms 英尺/秒>ft/s 英尺>ft 英尺每秒>ft/s 英担>cwt 英石>st",
    "英里/小时>mph 英里>mi 英里时速>mph 英里每小时>mph 蚊>HKD 西弗>Sv 西非法郎>XOF 角>CNY-1 角度>- 角斗>- 角楼>- 角色>- 角落>- 角逐>- 角钱>CNY-1 谢克尔>ILS",
    "贝克勒尔>Bq 赫>Hz 赫兹>Hz 转/分>rpm 转/分钟>rpm 载>year 载人>- 载客>- 载有>- 载着>- 载货>- 载重>- 达拉西>GMD 週>week 週岁>year 週年>year 里亚尔>?",
    "里地>m*5e2 里山路>m*5e2 里拉>TRY 里水路>m*5e2 里路>m*5e2 钟头>hour 铢>THB 铢积>- 镑>GBP 镑礴>- 阿里亚里>MGA 顷>mu+2 马克>DEM 马力>hp 马纳特>?",
    "﹪>% ％>%",
};
/* clang-format on */

const size_t figure_unit_count = sizeof figure_units / sizeof *figure_units;
const size_t figure_unit_ahead_lines = 29;
const size_t figure_unit_lines = sizeof figure_unit_spellings / sizeof *figure_unit_spellings;
