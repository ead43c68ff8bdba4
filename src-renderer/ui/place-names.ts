/** ISO 3166-1 alpha-2 codes of the UN members, observers and territories with municipalities of their own. */
const countryCodes =
  'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FM FR GA GB GD GE GF GH GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MQ MR MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NZ OM PA PE PF PG PH PK PL PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WS YE YT ZA ZM ZW'.split(
    ' ',
  );

/** Countries as options, named and sorted as the interface language has it. */
export function countryOptions(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const collator = new Intl.Collator(language);
  return countryCodes.map((code) => ({ value: code, label: names.of(code) ?? code })).sort((a, b) => collator.compare(a.label, b.label));
}

/** Languages that cities work in, as options named in the interface language. */
export function languageOptions(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const collator = new Intl.Collator(language);
  return 'am ar az bn de el en es fa fil fr ha he hi ht hy id ig it ja km ko ku ky lo mg mn ms my ne nl om pl ps pt qu ro ru rw si sn so sq sr sw ta te th ti tr uk ur uz vi wo xh yo zh zu'
    .split(' ')
    .map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))
    .sort((a, b) => collator.compare(a.label, b.label));
}
