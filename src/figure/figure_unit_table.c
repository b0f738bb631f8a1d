#include "figure/figure_unit.h"

/* Each unit: its name here, in figures, its kind, the factor and the power of ten of the number. */
/* clang-format off */
#define UNITS \
    O(PERCENT, "%", PERCENT) X(PERMILLE, "%", PERCENT, 1, -1) X(MYRIAD, "%", PERCENT, 1, -2) \
    X(OFF_PRICE, "% of price", PERCENT, 10, 0) X(TENTHS, "%", PERCENT, 10, 0) O(PP, "pp", PERCENT) \
    X(BASIS_POINT, "pp", PERCENT, 1, -2) M(USD) X(USD_M2, "USD", MONEY, 1, -2) M(HKD) \
    X(HKD_M2, "HKD", MONEY, 1, -2) M(TWD) \
    M(CAD) M(AUD) M(NZD) M(SGD) M(BRL) M(MXN) M(ARS) M(CLP) M(COP) M(PHP) O(ANY, "?", MONEY) \
    M(EUR) X(EUR_M2, "EUR", MONEY, 1, -2) M(GBP) X(GBP_M2, "GBP", MONEY, 1, -2) M(CNY) \
    X(CNY_M1, "CNY", MONEY, 1, -1) X(CNY_M2, "CNY", MONEY, 1, -2) M(JPY) M(KRW) M(INR) M(PKR) \
    M(LKR) M(NPR) M(IDR) M(MYR) M(THB) M(VND) M(CHF) M(FRF) M(DEM) M(SEK) M(NOK) M(DKK) M(ISK) \
    M(CZK) M(PLN) M(HUF) M(RUB) M(UAH) M(TRY) M(ILS) M(AED) M(SAR) M(QAR) M(KWD) M(IRR) M(EGP) \
    M(NGN) M(KES) M(ZAR) M(MOP) M(BTC) O(T, "t", MASS) X(T_E6, "t", MASS, 1, 6) O(KG, "kg", MASS) \
    O(G, "g", MASS) X(G_M3, "g", MASS, 1, -3) X(KG_X5M1, "kg", MASS, 5, -1) \
    X(G_X50, "g", MASS, 50, 0) O(LB, "lb", MASS) O(OZ, "oz", MASS) O(KM, "km", LENGTH) \
    O(METRE, "m", LENGTH) O(CM, "cm", LENGTH) O(MM, "mm", LENGTH) X(MM_M6, "mm", LENGTH, 1, -6) \
    X(MM_M3, "mm", LENGTH, 1, -3) X(METRE_X5E2, "m", LENGTH, 5, 2) O(MI, "mi", LENGTH) \
    O(NMI, "nmi", LENGTH) O(YD, "yd", LENGTH) O(FT, "ft", LENGTH) O(IN, "in", LENGTH) \
    O(M2, "m2", AREA) O(KM2, "km2", AREA) O(HA, "ha", AREA) O(ACRES, "acres", AREA) \
    O(MU, "mu", AREA) O(FT2, "ft2", AREA) O(MI2, "mi2", AREA) O(PING, "ping", AREA) \
    O(M3, "m3", VOLUME) O(KM3, "km3", VOLUME) O(FT3, "ft3", VOLUME) O(L, "L", VOLUME) \
    O(MILLI_L, "mL", VOLUME) O(GAL, "gal", VOLUME) O(KMH, "km/h", SPEED) O(MPH, "mph", SPEED) \
    O(MS, "m/s", SPEED) O(KNOTS, "knots", SPEED) O(DEG_C, "C", TEMPERATURE) \
    O(DEG_F, "F", TEMPERATURE) O(DEGREES, "degrees", COUNT) O(DEG_K, "K", TEMPERATURE) \
    O(W, "W", POWER) O(KW, "kW", POWER) O(MW, "MW", POWER) O(GW, "GW", POWER) O(TW, "TW", POWER) \
    O(HP, "hp", POWER) O(WH, "Wh", ENERGY) O(KWH, "kWh", ENERGY) O(MWH, "MWh", ENERGY) \
    O(GWH, "GWh", ENERGY) O(TWH, "TWh", ENERGY) O(J, "J", ENERGY) O(KJ, "kJ", ENERGY) \
    O(MJ, "MJ", ENERGY) O(GJ, "GJ", ENERGY) O(KCAL, "kcal", ENERGY) O(B, "B", DATA) \
    O(KB, "kB", DATA) O(MB, "MB", DATA) O(GB, "GB", DATA) O(TB, "TB", DATA) O(PB, "PB", DATA) \
    O(MBPS, "Mbps", DATA) O(GBPS, "Gbps", DATA) O(YEAR, "year", DURATION) \
    X(YEAR_E1, "year", DURATION, 1, 1) X(YEAR_E2, "year", DURATION, 1, 2) \
    O(MONTH, "month", DURATION) X(MONTH_X3, "month", DURATION, 3, 0) O(WEEK, "week", DURATION) \
    X(WEEK_X2, "week", DURATION, 2, 0) O(DAY, "day", DURATION) O(HOUR, "hour", DURATION) \
    O(MINUTE, "minute", DURATION) X(MINUTE_X15, "minute", DURATION, 15, 0) O(SECOND, "second", DURATION) \
    X(SECOND_M3, "second", DURATION, 1, -3) M(KZT) M(BDT) M(ETB) M(GHS) M(ZMW) M(GEL) M(AMD) \
    M(MNT) M(RON) M(BGN) M(HRK) M(PEN) M(LAK) M(KHR) M(MMK) M(SLL) M(ESP) M(GRD) M(FIM) \
    O(BARE_C, "C", TEMPERATURE) O(BARE_F, "F", TEMPERATURE) X(PENNY, "GBP", MONEY, 1, -2) \
    O(TIMES, "times", COUNT) O(IN2, "in2", AREA) O(YD2, "yd2", AREA) O(CM2, "cm2", AREA) \
    O(MM2, "mm2", AREA) O(PINT, "pt", VOLUME) O(QUART, "qt", VOLUME) X(DM, "m", LENGTH, 1, -1) \
    O(FURLONG, "furlongs", LENGTH) O(LY, "ly", LENGTH) X(G_M6, "g", MASS, 1, -6) \
    X(PPM, "%", PERCENT, 1, -4) X(HTHOU, "%", PERCENT, 1, -3) O(HZ, "Hz", COUNT) \
    O(KHZ, "kHz", COUNT) O(MHZ, "MHz", COUNT) O(GHZ, "GHz", COUNT) O(MAH, "mAh", COUNT) \
    O(DB, "dB", COUNT) O(RPM, "rpm", COUNT) O(NEWTON_M, "Nm", COUNT) O(HPA, "hPa", COUNT) \
    O(KPA, "kPa", COUNT) O(MPA, "MPa", COUNT) O(VOLT, "V", COUNT) O(KV, "kV", COUNT) \
    O(FPS, "fps", COUNT) X(DOZEN, "", COUNT, 12, 0) O(ZHANG, "zhang", LENGTH) \
    O(CHI, "chi", LENGTH) O(ST, "st", MASS) O(CUN, "cun", LENGTH) X(MU_M1, "mu", AREA, 1, -1) \
    X(MU_E2, "mu", AREA, 1, 2) O(PSI, "psi", COUNT) O(BAR, "bar", COUNT) O(MBAR, "mbar", COUNT) \
    O(MMHG, "mmHg", COUNT) O(PASCAL, "Pa", COUNT) O(AMPERE, "A", COUNT) O(OHM, "ohm", COUNT) \
    O(FORCE, "N", COUNT) O(BQ, "Bq", COUNT) O(SV, "Sv", COUNT) O(MILLI_SV, "mSv", COUNT) \
    O(MICRO_SV, "uSv", COUNT) O(MMOL, "mmol", COUNT) O(LUMEN, "lm", COUNT) O(MPG, "mpg", COUNT) \
    O(PARTS, "ppm", COUNT) O(PPB, "ppb", COUNT) O(CARAT, "carats", COUNT) \
    X(GBP_X5M2, "GBP", MONEY, 5, -2) O(KBPS, "kbps", DATA) \
    M(JMD) M(BSD) M(BBD) M(BZD) M(BMD) M(BND) M(FJD) M(GYD) M(LRD) M(NAD) M(TTD) M(ZWL) M(SRD) \
    M(KYD) M(CUP) M(UYU) M(DOP) M(MUR) M(SCR) M(EEK) M(SKK) M(RWF) M(BEF) M(CDF) M(IQD) M(JOD) \
    M(RSD) M(DZD) M(TND) M(BHD) M(LYD) M(MKD) M(OMR) M(YER) M(UGX) M(TZS) M(SOS) M(LBP) M(SYP) \
    M(SDG) M(CYP) M(IEP) M(ITL) M(MAD) M(AZN) M(TMT) \
    M(AFN) M(ALL) M(ANG) M(AOA) M(AWG) M(BAM) M(BIF) M(BOB) M(BTN) M(BWP) M(BYN) M(CRC) M(CVE) \
    M(DJF) M(ERN) M(FKP) M(GIP) M(GMD) M(GNF) M(GTQ) M(HNL) M(HTG) M(KGS) M(KMF) M(KPW) M(LSL) \
    M(MDL) M(MGA) M(MRU) M(MVR) M(MWK) M(MZN) M(NIO) M(PAB) M(PGK) M(PYG) M(SBD) M(SHP) M(STN) \
    M(SZL) M(TJS) M(TOP) M(UZS) M(VES) M(VUV) M(WST) M(XAF) M(XCD) M(XOF) M(XPF) \
    X(MM_M9, "mm", LENGTH, 1, -9) X(METRE_E1, "m", LENGTH, 1, 1) X(METRE_E2, "m", LENGTH, 1, 2) \
    O(FATHOM, "fathoms", LENGTH) O(FTS, "ft/s", SPEED) O(KMS, "km/s", SPEED) \
    O(MMIN, "m/min", SPEED) O(IN3, "in3", VOLUME) O(YD3, "yd3", VOLUME) \
    X(MILLI_L_M3, "mL", VOLUME, 1, -3) X(L_M2, "L", VOLUME, 1, -2) X(L_M1, "L", VOLUME, 1, -1) \
    X(L_E2, "L", VOLUME, 1, 2) O(FLOZ, "floz", VOLUME) X(M2_E2, "m2", AREA, 1, 2) \
    X(M2_M2, "m2", AREA, 1, -2) O(CWT, "cwt", MASS) X(KG_E2, "kg", MASS, 1, 2) \
    X(T_E3, "t", MASS, 1, 3) O(DRACHM, "dr", MASS) O(GRAIN, "gr", MASS) O(KBIT, "kbit", DATA) \
    O(MBIT, "Mbit", DATA) O(GBIT, "Gbit", DATA) O(TBIT, "Tbit", DATA) O(EB, "EB", DATA) \
    O(KIB, "KiB", DATA) O(MIB, "MiB", DATA) O(GIB, "GiB", DATA) O(TIB, "TiB", DATA) \
    X(W_M3, "W", POWER, 1, -3) O(DEG_R, "R", TEMPERATURE) O(BIT, "bit", DATA)

/* One that is the number's own, and a currency of its code. */
#define O(id, name, kind) X(id, name, kind, 1, 0)
#define M(id) X(id, #id, MONEY, 1, 0)

#define X(id, name, kind, factor, power) U_##id,
enum unit_id { UNITS };
#undef X

#define X(id, name, kind, factor, power) { name, FIGURE_##kind, factor, power },
const struct figure_unit figure_units[] = { UNITS };
#undef X

/* Behind a number, ahead of it, on both sides; there stand the codes of currencies, too. */
#define N(written, id) { written, U_##id },
#define A(written, id) { written, UNIT_AHEAD | U_##id },
#define B(written, id) { written, UNIT_BOTH | U_##id },
#define C(id) B(#id, id)

/* In the order of strcmp; English words in small letters and without the s of a plural. */
const struct unit_spelling unit_spellings[] = {
    A("$", USD) N("%", PERCENT) A("A$", AUD) C(AED) C(AFN) C(AOA) A("AR$", ARS) C(ARS) A("AU$", AUD) C(AUD) C(AWG)
    C(BBD) C(BDT) C(BGN) C(BHD) C(BIF) C(BMD) C(BND) C(BRL) C(BSD)
    N("BTC", BTC) C(BTN) C(BWP) C(BYN) C(BZD) N("C", BARE_C) A("C$", CAD) A("CA$", CAD) C(CAD) C(CDF) C(CHF) C(CLP)
    C(CNY) A("CN¥", CNY) C(COP) C(CRC) C(CVE) C(CZK)
    A("Can$", CAD) C(DJF) C(DKK) C(DOP) C(DZD) N("EB", EB) C(EGP) C(ETB) C(EUR) A("Euro", EUR) N("F", BARE_F) C(FJD)
    C(FKP)
    A("Fr.", CHF) N("GB", GB) C(GBP) C(GEL) C(GHS) N("GHz", GHZ)
    N("GJ", GJ) C(GMD) C(GNF) C(GTQ) N("GW", GW) N("GWh", GWH) C(GYD) N("Gb/s", GBPS) N("Gbit", GBIT)
    N("Gbit/s", GBPS)
    N("Gbps", GBPS) N("GiB", GIB) A("HK$", HKD) C(HKD) C(HNL) C(HTG)
    C(HUF) N("Hz", HZ) C(IDR) C(ILS) C(INR) C(IQD) C(IRR) C(ISK) C(JMD) C(JOD) C(JPY) A("JP¥", JPY) N("KB", KB) C(KES)
    C(KGS) C(KHR) C(KMF) C(KPW) C(KRW) B("KSh", KES) N("KW", KW) C(KWD)
    N("KWh", KWH) C(KYD) C(KZT) N("Kbps", KBPS) N("KiB", KIB) B("Ksh", KES) N("Kč", CZK) N("L", L) C(LBP) C(LKR)
    C(LRD) C(LSL)
    C(LYD) N("MB", MB) C(MDL) C(MGA) N("MHz", MHZ)
    N("MJ", MJ) C(MKD) C(MMK) C(MNT) C(MOP) N("MPa", MPA) C(MRU) C(MUR) C(MVR) N("MW", MW) C(MWK) N("MWh", MWH)
    A("MX$", MXN) C(MXN) C(MYR) C(MZN) N("Mb/s", MBPS) N("Mbit", MBIT)
    N("Mbit/s", MBPS) N("Mbps", MBPS) A("Mex$", MXN) N("MiB", MIB) N("Mt", T_E6) C(NAD) C(NGN) C(NIO) B("NIS", ILS)
    C(NOK) C(NPR)
    A("NT$", TWD)
    A("NZ$", NZD) C(NZD) N("Nm", NEWTON_M) C(OMR) N("PB", PB) C(PEN) C(PGK) C(PHP) C(PKR) C(PLN) C(PYG) C(QAR)
    A("R$", BRL) A("RM", MYR)
    B("RMB", CNY) C(RON) C(RSD) C(RUB) C(RWF) A("Rmb", CNY) A("Rp", IDR) A("Rp.", IDR) A("Rs", INR) A("Rs.", INR)
    A("S$", SGD)
    C(SAR) C(SBD) C(SCR) C(SDG) C(SEK) A("SFr", CHF) A("SG$", SGD) C(SGD) C(SHP) C(SLL) C(SRD) C(STN) C(SYP) C(SZL)
    N("TB", TB) C(THB) C(TJS) C(TMT) C(TND) C(TRY) C(TTD) N("TW", TW) C(TWD) N("TWh", TWH) C(TZS) N("Tbit", TBIT)
    N("TiB", TIB)
    A("U.S.$", USD) C(UAH) C(UGX) A("US$", USD) C(USD) C(UYU) C(UZS) N("V", VOLT) C(VES) C(VND) C(VUV) N("W", W)
    C(WST) N("Wh", WH) C(XAF) C(XCD) C(XOF) C(XPF) C(YER) C(ZAR) C(ZMW) N("acre", ACRES) N("afghani", AFN)
    N("albanian lek", ALL)
    N("american dollar", USD) N("amp", AMPERE) N("ampere", AMPERE) N("ariary", MGA) N("aussie dollar", AUD)
    N("australian dollar", AUD) N("baht", THB) N("balboa", PAB) N("bar", BAR) N("basis point", BASIS_POINT)
    N("becquerel", BQ)
    N("bhp", HP) N("birr", ETB) N("bitcoin", BTC) N("bolivar", VES) N("boliviano", BOB) N("bolívar", VES)
    N("bp", BASIS_POINT) N("bps", BASIS_POINT) N("british pound", GBP)
    N("buck", USD) N("business day", DAY) N("byte", B) N("calendar days", DAY) N("calories", KCAL)
    N("canadian dollar", CAD) N("carat", CARAT) N("cc", MILLI_L) N("cedi", GHS) N("celcius", DEG_C)
    N("celsius", DEG_C) N("cent", USD_M2) N("centigrade", DEG_C) N("centigrate", DEG_C) N("centiliter", L_M2)
    N("centilitre", L_M2) N("centimeter", CM)
    N("centimetre", CM) N("centuries", YEAR_E2) N("century", YEAR_E2) N("cl", L_M2) N("cm", CM)
    N("convertible mark", BAM)
    N("cu ft", FT3) N("cu in", IN3) N("cu m", M3) N("cu yd", YD3)
    N("cu. ft", FT3) N("cu. in", IN3) N("cu. m", M3) N("cubic centimeter", MILLI_L) N("cubic centimetre", MILLI_L)
    N("cubic decimeter", L) N("cubic decimetre", L)
    N("cubic feet", FT3) N("cubic foot", FT3) N("cubic inch", IN3) N("cubic inches", IN3) N("cubic kilometer", KM3)
    N("cubic kilometers", KM3) N("cubic kilometre", KM3) N("cubic kilometres", KM3)
    N("cubic meter", M3) N("cubic metre", M3) N("cubic millimeter", MILLI_L_M3) N("cubic millimetre", MILLI_L_M3)
    N("cubic yard", YD3) N("cwt", CWT) N("d-marks", DEM) N("dB", DB) N("dL", L_M1) N("dalasi", GMD) N("day", DAY)
    N("decade", YEAR_E1) N("decameter", METRE_E1) N("decametre", METRE_E1)
    N("decibel", DB) N("deciliter", L_M1) N("decilitre", L_M1) N("decimeter", DM) N("decimetre", DM) N("deg", DEGREES)
    N("deg c", DEG_C) N("deg celsius", DEG_C)
    N("deg f", DEG_F) N("deg fahrenheit", DEG_F) N("deg.", DEGREES) N("degree", DEGREES) N("degree celsius", DEG_C)
    N("degree centigrade", DEG_C) N("degree fahrenheit", DEG_F) N("degree kelvin", DEG_K) N("degree rankine", DEG_R)
    N("degrees c", DEG_C) N("degrees celcius", DEG_C)
    N("degrees celsius", DEG_C) N("degrees centigrade", DEG_C) N("degrees f", DEG_F) N("degrees fahrenheit", DEG_F)
    N("degrees farenheit", DEG_F) N("degrees kelvin", DEG_K) N("degrees rankine", DEG_R) N("dekameter", METRE_E1)
    N("denar", MKD) N("deutsche mark", DEM) N("deutschmark", DEM) N("dinar", ANY)
    N("dirham", AED) N("dl", L_M1) N("dm", DM) N("dobra", STN)
    N("dollar", USD) N("dong", VND) N("drachma", GRD) N("dram", AMD) N("emalangeni", SZL) N("emirati dirhams", AED)
    N("escudo", ANY) N("euro", EUR)
    N("euro cent", EUR_M2) N("eurocent", EUR_M2) N("exabyte", EB) N("fahrenheit", DEG_F) N("farenheit", DEG_F)
    N("fathom", FATHOM) N("feet", FT) N("feet a second", FTS) N("feet per second", FTS)
    N("fen", CNY_M2) N("fl oz", FLOZ) N("fl. oz", FLOZ) N("fluid ounce", FLOZ) N("foot", FT) N("foot per second", FTS)
    N("forint", HUF) N("fortnight", WEEK_X2) N("fps", FPS) N("franc", ANY)
    N("ft", FT) N("ft per second", FTS) N("ft/s", FTS) N("ft2", FT2) N("ft²", FT2) N("furlong", FURLONG) N("g", G)
    N("gal", GAL) N("gallon", GAL) N("german marks", DEM) N("gibibyte", GIB) N("gigabit", GBIT)
    N("gigabit per second", GBPS) N("gigabits per second", GBPS) N("gigabyte", GB) N("gigahertz", GHZ)
    N("gigajoule", GJ) N("gigawatt", GW) N("gigawatt hour", GWH) N("gourde", HTG) N("gram", G) N("gramme", G)
    N("greenback", USD) N("guarani", PYG)
    N("guilder", ANY) N("h", HOUR) N("hPa", HPA) N("ha", HA) N("hectare", HA) N("hectoliter", L_E2)
    N("hectolitre", L_E2) N("hectometer", METRE_E2) N("hectometre", METRE_E2) N("hertz", HZ) N("hk cent", HKD_M2)
    N("hk dollar", HKD) N("hl", L_E2) N("hong kong cent", HKD_M2) N("hong kong dollar", HKD) N("horsepower", HP)
    N("hour", HOUR)
    N("hp", HP) N("hr", HOUR) N("hrs", HOUR) N("hryvnia", UAH) N("hundredweight", CWT) N("in.", IN) N("inch", IN)
    N("inche", IN)
    N("inches", IN) N("jiao", CNY_M1) N("joule", J) N("kB", KB) N("kHz", KHZ) N("kJ", KJ) N("kPa", KPA) N("kV", KV)
    N("kW", KW) N("kWh", KWH) N("kbit", KBIT) N("kbit/s", KBPS) N("kbps", KBPS) N("kcal", KCAL) N("kelvin", DEG_K)
    N("kg", KG)
    N("kgs", KG) N("kibibyte", KIB) N("kilo", KG) N("kilobit", KBIT) N("kilobyte", KB) N("kilocalorie", KCAL)
    N("kilogram", KG) N("kilogramme", KG)
    N("kilohertz", KHZ) N("kilojoule", KJ) N("kilometer", KM) N("kilometer per hour", KMH)
    N("kilometer per second", KMS) N("kilometers a second", KMS) N("kilometers an hour", KMH)
    N("kilometers per hour", KMH) N("kilometers per second", KMS) N("kilometre", KM) N("kilometre per hour", KMH)
    N("kilometre per second", KMS) N("kilometres a second", KMS) N("kilometres an hour", KMH)
    N("kilometres per hour", KMH) N("kilometres per second", KMS) N("kiloton", T_E3) N("kilotonne", T_E3)
    N("kilowatt", KW) N("kilowatt hour", KWH) N("kina", PGK) N("kip", LAK) N("kiwi dollars", NZD) N("km", KM)
    N("km a second", KMS)
    N("km an hour", KMH)
    N("km per hour", KMH) N("km per second", KMS) N("km/h", KMH) N("km/s", KMS) N("km2", KM2) N("km3", KM3)
    N("kmh", KMH) N("kmph", KMH) N("kms", KM)
    N("km²", KM2) N("knot", KNOTS) N("koruna", ANY) N("kph", KMH) N("krona", ANY) N("krone", ANY) N("kroner", ANY)
    N("kronor", ANY) N("kronur", ANY) N("kuna", HRK) N("kwacha", ZMW) N("kwanza", AOA) N("kyat", MMK)
    N("lari", GEL)
    N("lb", LB)
    N("lbs", LB) N("lei", RON) N("lek", ALL) N("lempira", HNL) N("leone", SLL) N("leu", RON) N("lev", BGN)
    N("leva", BGN) N("light year", LY) N("lilangeni", SZL)
    N("lira", TRY) N("liter", L) N("litre", L) N("long ton", T) N("loti", LSL) N("lumen", LUMEN) N("m", METRE)
    N("m/min", MMIN)
    N("m/s", MS)
    N("m2", M2) N("m3", M3) N("mAh", MAH) N("mL", MILLI_L) N("mSv", MILLI_SV) N("mW", W_M3) N("maloti", LSL)
    N("manat", ANY)
    N("markka", FIM)
    N("markkaa", FIM) N("mbar", MBAR) N("mcg", G_M6) N("mebibyte", MIB) N("megabit", MBIT)
    N("megabit per second", MBPS) N("megabits per second", MBPS)
    N("megabyte", MB) N("megahertz", MHZ) N("megajoule", MJ) N("megaton", T_E6) N("megatonne", T_E6) N("megawatt", MW)
    N("megawatt hour", MWH) N("meter", METRE) N("meter per second", MS) N("meters a minute", MMIN)
    N("meters a second", MS) N("meters per minute", MMIN) N("meters per second", MS) N("meticais", MZN)
    N("metical", MZN) N("metre", METRE) N("metre per second", MS) N("metres a minute", MMIN)
    N("metres a second", MS) N("metres per minute", MMIN) N("metres per second", MS) N("metric ton", T)
    N("metric tonnes", T) N("mg", G_M3)
    N("mi", MI) N("mi/h", MPH) N("mi2", MI2) N("microgram", G_M6) N("microliter", MILLI_L_M3)
    N("microlitre", MILLI_L_M3) N("micrometer", MM_M3) N("micrometre", MM_M3) N("micron", MM_M3)
    N("microsievert", MICRO_SV) N("mile", MI) N("mile an hour", MPH) N("mile per hour", MPH) N("miles a gallon", MPG)
    N("miles an hour", MPH)
    N("miles per gallon", MPG) N("miles per hour", MPH) N("millibar", MBAR) N("milligram", G_M3)
    N("milligrammes", G_M3) N("milliliter", MILLI_L) N("millilitre", MILLI_L) N("millimeter", MM)
    N("millimetre", MM) N("millisecond", SECOND_M3) N("millisievert", MILLI_SV) N("milliwatt", W_M3) N("min", MINUTE)
    N("mins", MINUTE)
    N("minute", MINUTE) N("ml", MILLI_L) N("mm", MM) N("mmHg", MMHG) N("mmol", MMOL) N("month", MONTH) N("mpg", MPG)
    N("mph", MPH) N("ms", SECOND_M3) N("mu", MU) N("m²", M2) N("m³", M3) N("naira", NGN) N("nakfa", ERN)
    N("nanometer", MM_M6)
    N("nanometre", MM_M6) N("nautical mile", NMI) N("new taiwan dollar", TWD) N("new zealand dollar", NZD)
    N("newton", FORCE) N("ngultrum", BTN) N("nm", MM_M6) N("nt dollar", TWD) N("ohm", OHM) N("old shilling", GBP_X5M2)
    N("ouguiya", MRU) N("ounce", OZ)
    N("oz", OZ) N("p", PENNY) N("paanga", TOP) N("parts per billion", PPB) N("parts per million", PARTS)
    N("pataca", MOP) N("paʻanga", TOP)
    N("pct", PERCENT) N("pence", GBP_M2) N("penny", GBP_M2) N("per cent", PERCENT) N("per mille", PERMILLE)
    N("percent", PERCENT) N("percentage", PERCENT) N("percentage point", PP) N("permille", PERMILLE)
    N("peseta", ESP) N("peso", ANY) N("petabyte", PB) N("picometer", MM_M9) N("picometre", MM_M9) N("pint", PINT)
    N("pound", LB) N("pound sterling", GBP)
    N("pounds sterling", GBP) N("pp", PP) N("ppb", PPB) N("ppm", PARTS) N("ppt", PP) N("psi", PSI) N("pula", BWP)
    N("quart", QUART) N("quetzales", GTQ)
    N("quid", GBP) N("quintal", KG_E2) N("rand", ZAR) N("rankine", DEG_R) N("reais", BRL) N("real", BRL)
    N("renminbi", CNY) N("rial", IRR) N("riel", KHR)
    N("ringgit", MYR) N("riyal", SAR) N("rouble", RUB) N("rpm", RPM) N("ruble", RUB) N("rufiyaa", MVR) N("rupee", ANY)
    N("rupiah", IDR) N("s", SECOND) N("sec", SECOND) N("second", SECOND) N("secs", SECOND) N("shekel", ILS)
    N("shilling", ANY) N("short ton", T) N("sievert", SV) N("sing dollars", SGD) N("singapore dollar", SGD)
    N("singaporean dollars", SGD) N("soles", PEN) N("som", ANY) N("somoni", TJS) N("sq ft", FT2) N("sq in", IN2)
    N("sq km", KM2) N("sq m", M2)
    N("sq mi", MI2) N("sq yards", YD2) N("sq yd", YD2) N("sq. ft", FT2) N("sq. in", IN2) N("sq. km", KM2)
    N("sq. m", M2) N("sq. mi", MI2) N("sq. yards", YD2) N("sq. yd", YD2) N("sqft", FT2) N("sqm", M2)
    N("square centimeter", CM2) N("square centimetre", CM2) N("square decimeter", M2_M2) N("square decimetre", M2_M2)
    N("square feet", FT2) N("square foot", FT2)
    N("square inch", IN2) N("square inches", IN2) N("square kilometer", KM2) N("square kilometre", KM2)
    N("square meter", M2) N("square metre", M2) N("square mile", MI2) N("square millimeter", MM2)
    N("square millimetre", MM2) N("square yard", YD2) N("st", ST) N("sterling", GBP) N("stone", ST) N("t", T)
    N("taiwan dollar", TWD) N("taiwanese dollar", TWD) N("taka", BDT) N("tala", WST) N("tebibyte", TIB)
    N("tenge", KZT) N("terabit", TBIT) N("terabyte", TB)
    N("terawatt", TW) N("terawatt hour", TWH) N("ton", T) N("tonne", T) N("trading day", DAY) N("troy ounce", OZ)
    N("tugrik", MNT) N("u.s. cent", USD_M2) N("u.s. dollar", USD) N("u.s. gallon", GAL) N("uae dirhams", AED)
    N("us cent", USD_M2)
    N("us dollar", USD) N("us gallon", GAL) N("vatu", VUV) N("volt", VOLT) N("watt", W) N("watt hour", WH)
    N("week", WEEK) N("wk", WEEK)
    N("wks", WEEK)
    N("won", KRW) N("working day", DAY) N("x", TIMES) N("yard", YD) N("yd", YD) N("yds", YD) N("year", YEAR)
    N("yen", JPY) N("yr", YEAR) N("yrs", YEAR) N("yuan", CNY) N("yuan renminbi", CNY) N("yuan rmb", CNY)
    N("zloty", PLN) N("zlotych", PLN) N("zł", PLN) N("złoty", PLN) N("¢", USD_M2) B("£", GBP) A("¥", CNY)
    N("°", DEG_C) N("°C", DEG_C) N("°F", DEG_F) N("µg", G_M6) N("µm", MM_M3) N("μg", G_M6) N("μm", MM_M3) A("฿", THB)
    N("‰", PERMILLE) N("″", IN)
    B("₦", NGN) A("₩", KRW) B("₪", ILS) B("₫", VND) B("€", EUR) A("₱", PHP) B("₴", UAH) A("₹", INR) B("₺", TRY)
    B("₽", RUB) N("℃", DEG_C) N("℉", DEG_F) N("㎎", G_M3) N("㎏", KG) N("㎜", MM) N("㎝", CM) N("㎞", KM) N("㎡", M2)
    N("㎢", KM2) N("㎥", M3) A("万分之", MYRIAD) N("丈", ZHANG) B("不丹努尔特鲁姆", BTN) B("东加勒比元", XCD) N("两", G_X50)
    N("两黄金", G_X50) N("个世纪", YEAR_E2)
    N("个交易日", DAY) N("个基本点", BASIS_POINT) N("个基点", BASIS_POINT) N("个多月", MONTH) N("个季度", MONTH_X3) N("个小时", HOUR)
    N("个工作日", DAY) N("个年头", YEAR) N("个星期", WEEK) N("个月", MONTH) N("个比特币", BTC) N("个百分比", PERCENT) N("个百分点", PP)
    N("个礼拜", WEEK) N("个钟头", HOUR) N("中非法郎", XAF) B("丹麦克朗", DKK) B("乌兹别克斯坦苏姆", UZS) N("乌吉亚", MRU) B("乌干达先令", UGX)
    B("乌拉圭比索", UYU) B("也门里亚尔", YER) B("亚美尼亚德拉姆", AMD) N("亩", MU) B("人民币", CNY) B("人民幣", CNY) B("令吉", MYR)
    B("以色列新谢克尔", ILS) B("伊拉克第纳尔", IQD) B("伊朗里亚尔", IRR) N("伏", VOLT)
    N("伏特", VOLT) N("伦皮拉", HNL) B("伯利兹元", BZD) N("位元組", B) B("佛得角埃斯库多", CVE) N("便士", GBP_M2) N("個世紀", YEAR_E2)
    N("個交易日", DAY) N("個基點", BASIS_POINT) N("個多月", MONTH)
    N("個季度", MONTH_X3) N("個小時", HOUR) N("個工作日", DAY) N("個年頭", YEAR) N("個星期", WEEK) N("個月", MONTH) N("個百分點", PP)
    N("個禮拜", WEEK) N("個鐘頭", HOUR) N("元", CNY) N("元人民币", CNY) N("元人民幣", CNY) N("元台币", TWD) N("元台幣", TWD)
    N("元新台币", TWD) N("元新台幣", TWD) N("元港币", HKD) N("元港幣", HKD) N("元澳门币", MOP) N("元钱", CNY) N("兆字节", MB) N("兆帕", MPA)
    N("兆比特", MBIT)
    N("兆焦", MJ) N("兆焦耳", MJ) N("兆瓦", MW) N("兆瓦时", MWH) N("兆瓦時", MWH) N("兆赫", MHZ) N("兆赫兹", MHZ) N("先令", ANY)
    N("光年", LY) N("克", G) N("克拉", CARAT) N("克朗", ANY) N("克瓦查", ANY) N("公亩", M2_E2) N("公克", G) N("公分", CM) N("公升", L)
    N("公厘", MM) N("公吨", T)
    N("公噸", T)
    N("公尺", METRE) N("公担", KG_E2) N("公斤", KG) N("公石", L_E2) N("公里", KM) N("公里/小时", KMH) N("公里/小時", KMH) N("公里/时", KMH)
    N("公里/秒", KMS) N("公里时速", KMH)
    N("公里時速", KMH) N("公里每小时", KMH) N("公里每秒", KMS) N("公里的时速", KMH) N("公釐", MM) N("公頃", HA) N("公顷", HA) N("兰氏度", DEG_R)
    B("兰特", ZAR) B("兹罗提", PLN)
    N("兹羅提", PLN) N("円", JPY) B("冈比亚达拉西", GMD) B("冰岛克朗", ISK) B("几内亚法郎", GNF) N("分升", L_M1) N("分地", MU_M1)
    N("分田", MU_M1)
    N("分米", DM) N("分贝", DB) N("分錢", CNY_M2) N("分鐘", MINUTE)
    N("分钟", MINUTE) N("分钱", CNY_M2) N("列伊", RON) N("列克", ALL) N("列弗", BGN) B("刚果法郎", CDF) B("利比亚第纳尔", LYD)
    B("利比里亚元", LRD) N("刻鐘", MINUTE_X15) N("刻钟", MINUTE_X15) N("加仑", GAL)
    N("加侖", GAL) B("加元", CAD) B("加币", CAD) B("加幣", CAD) B("加拿大元", CAD) B("加纳塞地", GHS) N("努尔特鲁姆", BTN) A("十万分之", HTHOU)
    A("十萬分之", HTHOU) N("千伏", KV)
    N("千克", KG) A("千分之", PERMILLE) N("千卡", KCAL) N("千字节", KB) N("千帕", KPA) N("千比特", KBIT) N("千焦", KJ) N("千焦耳", KJ)
    N("千瓦", KW) N("千瓦小时", KWH)
    N("千瓦时", KWH) N("千瓦時", KWH) N("千米", KM) N("千米/小时", KMH) N("千米/秒", KMS) N("千米每小时", KMH) N("千米每秒", KMS) N("千赫", KHZ)
    N("千赫兹", KHZ) N("升", L)
    N("华氏度", DEG_F) N("华里", METRE_X5E2) B("南非兰特", ZAR) B("博茨瓦纳普拉", BWP) B("卡塔尔里亚尔", QAR) B("卢布", RUB) B("卢旺达法郎", RWF)
    N("卢比", ANY) B("印尼卢比", IDR) B("印尼盾", IDR)
    B("印度卢比", INR) B("印度尼西亚盾", IDR) B("印度盧比", INR) B("危地马拉格查尔", GTQ) B("厄立特里亚纳克法", ERN) N("厘升", L_M2) N("厘米", CM)
    B("叙利亚镑", SYP)
    B("古巴比索", CUP) B("台币", TWD) B("台幣", TWD) N("吉字节", GB) B("吉尔吉斯斯坦索姆", KGS) B("吉布提法郎", DJF) N("吉比特", GBIT)
    N("吉焦", GJ)
    N("吉瓦", GW) N("吉瓦时", GWH) N("吉赫", GHZ) N("吉赫兹", GHZ) N("吋", IN) N("吨", T) N("呎", FT) N("周", WEEK) N("周岁", YEAR)
    N("周年", YEAR) N("品脱", PINT) B("哥伦比亚比索", COP) B("哥斯达黎加科朗", CRC) N("哩", MI) N("噸", T) N("图格里克", MNT) N("圆", CNY)
    N("圓", CNY)
    B("土库曼斯坦马纳特", TMT) N("土耳其里拉", TRY) B("圣多美多布拉", STN) B("圣赫勒拿镑", SHP) B("圭亚那元", GYD)
    N("块人民币", CNY) N("块美元", USD) N("块钱", CNY) N("坚戈", KZT) B("坡币", SGD) B("坦桑尼亚先令", TZS) N("坪", PING) B("埃及镑", EGP)
    B("埃塞俄比亚比尔", ETB) N("埃斯库多", ANY) N("基普", LAK)
    N("基点", BASIS_POINT) N("基那", PGK) N("基點", BASIS_POINT) N("塊錢", CNY) N("塔卡", BDT) B("塔吉克斯坦索莫尼", TJS) N("塞地", GHS)
    B("塞尔维亚第纳尔", RSD) B("塞拉利昂利昂", SLL) B("塞舌尔卢比", SCR) B("墨西哥比索", MXN) N("多布拉", STN) B("多米尼加比索", DOP) N("大卡", KCAL)
    N("天", DAY)
    N("太字节", TB) N("太平洋法郎", XPF) N("夸脱", QUART) B("奈拉", NGN) N("奈米", MM_M6) B("委内瑞拉玻利瓦尔", VES) N("字节", B)
    B("安哥拉宽扎", AOA)
    N("安培", AMPERE) N("宽扎", AOA) N("寸", IN) N("小时", HOUR) N("小時", HOUR)
    N("尺", CHI) B("尼加拉瓜科多巴", NIO) N("尼泊尔卢比", NPR) N("岁", YEAR) N("工作日", DAY) N("巴", BAR) B("巴哈马元", BSD)
    B("巴基斯坦卢比", PKR) B("巴巴多斯元", BBD) B("巴布亚新几内亚基那", PGK) B("巴拉圭瓜拉尼", PYG) B("巴拿马巴波亚", PAB) B("巴林第纳尔", BHD)
    N("巴波亚", PAB) B("巴西雷亚尔", BRL) N("市亩", MU)
    N("市寸", CUN) N("市斤", KG_X5M1) N("市里", METRE_X5E2) B("布隆迪法郎", BIF) N("帕", PASCAL) N("帕斯卡", PASCAL) N("平方", M2)
    N("平方公尺", M2)
    N("平方公里", KM2) N("平方分米", M2_M2) N("平方千米", KM2) N("平方厘米", CM2) N("平方吋", IN2) N("平方呎", FT2) N("平方尺", FT2)
    N("平方毫米", MM2)
    N("平方码", YD2) N("平方米", M2) N("平方英寸", IN2) N("平方英尺", FT2) N("平方英里", MI2) N("平米", M2) N("年", YEAR) N("库纳", HRK)
    N("度", DEGREES) N("度电", KWH) N("度電", KWH) N("开尔文", DEG_K) B("开曼群岛元", KYD) N("开氏度", DEG_K) N("微克", G_M6)
    N("微升", MILLI_L_M3) N("微米", MM_M3)
    N("微西弗", MICRO_SV)
    N("德国马克", DEM) N("德拉姆", AMD) N("成", TENTHS) B("所罗门群岛元", SBD) N("打", DOZEN) N("打兰", DRACHM) N("折", OFF_PRICE)
    N("拉菲亚", MVR) N("拍字节", PB)
    B("挪威克朗", NOK) B("捷克克朗", CZK) N("摄氏度", DEG_C) B("摩尔多瓦列伊", MDL) B("摩洛哥迪拉姆", MAD)
    N("攝氏度", DEG_C) B("文莱元", BND) B("斐济元", FJD) N("斤", KG_X5M1) B("斯威士兰里兰吉尼", SZL) B("斯里兰卡卢比", LKR) B("新元", SGD)
    B("新加坡元", SGD) B("新台币", TWD) B("新台幣", TWD)
    B("新币", SGD) B("新幣", SGD) N("新索尔", PEN) B("新臺幣", TWD) B("新西兰元", NZD) N("新谢克尔", ILS) B("日元", JPY) B("日圆", JPY)
    B("日圓", JPY)
    B("日币", JPY) B("日幣", JPY) N("星期", WEEK) B("智利比索", CLP) B("朝鲜元", KPW) B("林吉特", MYR) N("枚比特币", BTC) N("格令", GRAIN)
    N("格查尔", GTQ)
    B("格里夫纳", UAH) B("格鲁吉亚拉里", GEL) N("梅蒂卡尔", MZN) B("欧元", EUR)
    N("欧分", EUR_M2) N("欧姆", OHM) B("歐元", EUR) N("歐分", EUR_M2) N("歲", YEAR) N("比塞塔", ESP) N("比特", BIT) N("比特币", BTC)
    N("比索", ANY)
    B("毛里塔尼亚乌吉亚", MRU) B("毛里求斯卢比", MUR)
    N("毛錢", CNY_M1) N("毛钱", CNY_M1) N("毫克", G_M3) N("毫升", MILLI_L) N("毫安", MAH) N("毫安时", MAH) N("毫巴", MBAR)
    N("毫摩尔", MMOL) N("毫瓦", W_M3) N("毫秒", SECOND_M3) N("毫米", MM) N("毫米水银柱", MMHG) N("毫米汞柱", MMHG) N("毫西弗", MILLI_SV)
    B("汤加潘加", TOP)
    B("沙特里亚尔", SAR) N("法国法郎", FRF) N("法郎", ANY) B("波黑可兑换马克", BAM) B("波黑马克", BAM) B("泰銖", THB) B("泰铢", THB)
    B("洪都拉斯伦皮拉", HNL) N("流明", LUMEN) N("浬", NMI) B("海地古德", HTG) N("海里", NMI) N("液体盎司", FLOZ) N("液盎司", FLOZ)
    N("港仙", HKD_M2) B("港元", HKD) B("港圆", HKD) B("港币", HKD) B("港幣", HKD) B("澳元", AUD) B("澳大利亚元", AUD) B("澳币", AUD)
    B("澳幣", AUD) B("澳洲元", AUD) B("澳门元", MOP) N("焦耳", J) B("牙买加元", JMD) N("牛·米", NEWTON_M) N("牛米", NEWTON_M)
    N("牛顿", FORCE) B("特立尼达和多巴哥元", TTD) N("玻利瓦尔", VES) N("玻利维亚诺", BOB)
    B("瑞典克朗", SEK) B("瑞士法郎", CHF) N("瑞尔", KHR) B("瑞郎", CHF) N("瓜拉尼", PYG) N("瓦", W) B("瓦努阿图瓦图", VUV) N("瓦图", VUV)
    N("瓦时", WH) N("瓦特", W) N("瓩", KW) N("畝", MU) B("白俄罗斯卢布", BYN)
    A("百万分之", PPM) A("百分之", PERCENT) N("百分点", PP) N("百分點", PP) N("百帕", HPA) A("百萬分之", PPM) N("皮米", MM_M9) N("盎司", OZ)
    B("盧布", RUB)
    N("盧比", ANY) B("直布罗陀镑", GIP) N("码", YD) N("磅", LB) N("磅/平方英寸", PSI) N("磅力/平方英寸", PSI) N("磅每平方英寸", PSI)
    B("福克兰群岛镑", FKP) B("福林", HUF) N("科多巴", NIO)
    N("科威特第纳尔", KWD) B("科摩罗法郎", KMF) N("秒", SECOND) N("秒鐘", SECOND) N("秒钟", SECOND) B("秘鲁索尔", PEN) B("突尼斯第纳尔", TND)
    N("立方", M3) N("立方公尺", M3) N("立方公里", KM3) N("立方分米", L) N("立方千米", KM3)
    N("立方厘米", MILLI_L) N("立方毫米", MILLI_L_M3) N("立方码", YD3) N("立方米", M3) N("立方英寸", IN3) N("立方英尺", FT3) N("第纳尔", ANY)
    N("米", METRE) N("米/分", MMIN) N("米/分钟", MMIN) N("米/秒", MS) N("米每分钟", MMIN) N("米每秒", MS)
    B("紐元", NZD) B("紐西蘭元", NZD) N("索姆", ANY) N("索莫尼", TJS) B("索马里先令", SOS) B("约旦第纳尔", JOD) N("纳克法", ERN)
    N("纳米", MM_M6) B("纳米比亚元", NAD) B("纽元", NZD) B("纽币", NZD) N("缅元", MMK) B("缅甸元", MMK) B("美元", USD) N("美分", USD_M2)
    B("美金", USD) N("肯尼亚先令", KES) B("臺幣", TWD) N("艾字节", EB) N("节航速", KNOTS) B("苏丹镑", SDG) N("苏姆", UZS) B("苏里南元", SRD)
    N("英亩", ACRES)
    N("英吋", IN) N("英呎", FT) N("英哩", MI)
    N("英寸", IN) N("英寻", FATHOM) N("英尺", FT) N("英尺/秒", FTS) N("英尺每秒", FTS) N("英担", CWT) N("英畝", ACRES) N("英石", ST)
    N("英里", MI) N("英里/小时", MPH) N("英里时速", MPH) N("英里每小时", MPH)
    B("英鎊", GBP) B("英镑", GBP) B("茲羅提", PLN) B("荷属安的列斯盾", ANG) B("莫桑比克梅蒂卡尔", MZN) B("莱索托洛蒂", LSL) N("華氏度", DEG_F)
    B("菲律宾比索", PHP) B("菲律賓披索", PHP) B("萨摩亚塔拉", WST) A("萬分之", MYRIAD)
    B("蘭特", ZAR) N("蚊", HKD) N("西弗", SV) N("西非法郎", XOF) N("角", CNY_M1) N("角钱", CNY_M1) N("谢克尔", ILS) N("贝克勒尔", BQ)
    B("赞比亚克瓦查", ZMW) N("赫", HZ)
    N("赫兹", HZ) B("越南盾", VND) B("越盾", VND) N("转/分", RPM) N("转/分钟", RPM) N("载", YEAR) N("达拉西", GMD) B("迪拉姆", AED)
    N("週", WEEK)
    N("週年", YEAR) N("週歲", YEAR) N("里亚尔", ANY) N("里地", METRE_X5E2) N("里山路", METRE_X5E2) N("里拉", TRY)
    N("里水路", METRE_X5E2) N("里路", METRE_X5E2) N("釐米", CM) N("钟头", HOUR) N("铢", THB) N("镑", GBP) B("阿塞拜疆马纳特", AZN)
    B("阿富汗尼", AFN) B("阿尔及利亚第纳尔", DZD) B("阿尔巴尼亚列克", ALL) B("阿曼里亚尔", OMR) B("阿根廷比索", ARS) N("阿里亚里", MGA)
    B("阿鲁巴弗罗林", AWG)
    B("雷亚尔", BRL) B("雷亞爾", BRL) B("韓元", KRW) B("韓圓", KRW) B("韓幣", KRW) B("韩元", KRW) B("韩圆", KRW) B("韩币", KRW)
    N("頃", MU_E2) N("顷", MU_E2) N("馬力", HP) B("馬幣", MYR) N("马克", DEM) B("马其顿第纳尔", MKD) N("马力", HP) B("马尔代夫拉菲亚", MVR)
    B("马币", MYR) B("马拉维克瓦查", MWK) N("马纳特", ANY) B("马达加斯加阿里亚里", MGA) B("黎巴嫩镑", LBP) N("﹪", PERCENT)
    A("＄", USD) N("％", PERCENT) B("￡", GBP) A("￥", CNY)
};
/* clang-format on */

const size_t figure_unit_count = sizeof figure_units / sizeof *figure_units;
const size_t unit_spelling_count = sizeof unit_spellings / sizeof *unit_spellings;
