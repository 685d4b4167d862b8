// Time zones, currencies and countries, as this engine knows them, named in the reader's language.
import { locale } from "$/shared/format";

type Option = { value: string; label: string };

function all(kind: "timeZone" | "currency", fallback: string): string[] {
  const known = Intl.supportedValuesOf(kind);
  return known.includes(fallback) || fallback === "" ? known : [fallback, ...known];
}

export function zones(current: string): Option[] {
  return all("timeZone", current).map((value) => ({ value, label: value.replaceAll("_", " ") }));
}

export function currencies(current: string): Option[] {
  const names = new Intl.DisplayNames(locale(), { type: "currency" });
  return all("currency", current).map((value) => ({ value, label: `${value} – ${names.of(value) ?? value}` }));
}

const CODES =
  "AD AE AF AG AI AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FO FR GA GB GD GE GG GH GI GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NZ OM PA PE PF PG PH PK PL PR PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW";

/** All countries; `current` stays offered when it is empty or not one of them. */
export function countries(current = "DE"): Option[] {
  const names = new Intl.DisplayNames(locale(), { type: "region" });
  const compare = new Intl.Collator(locale()).compare;
  const known = CODES.split(" ");
  return (known.includes(current) ? known : [current, ...known])
    .map((value) => ({ value, label: /^[A-Z]{2}$/.test(value) ? (names.of(value) ?? value) : value }))
    .sort((a, b) => compare(a.label, b.label));
}
