const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'enero', 'ene', 'janvier', 'janv', 'janeiro', 'يناير', 'كانون الثاني', 'جانفي'],
  ['february', 'feb', 'febrero', 'février', 'fevrier', 'févr', 'fevr', 'fév', 'fev', 'fevereiro', 'فبراير', 'شباط', 'فيفري'],
  ['march', 'mar', 'marzo', 'mars', 'março', 'marco', 'مارس', 'آذار', 'اذار'],
  ['april', 'apr', 'abril', 'abr', 'avril', 'avr', 'أبريل', 'ابريل', 'إبريل', 'نيسان', 'أفريل', 'افريل'],
  ['may', 'mayo', 'mai', 'maio', 'مايو', 'أيار', 'ايار', 'ماي'],
  ['june', 'jun', 'junio', 'juin', 'junho', 'يونيو', 'يونيه', 'حزيران', 'جوان'],
  ['july', 'jul', 'julio', 'juillet', 'juil', 'julho', 'يوليو', 'يوليه', 'تموز', 'جويلية'],
  ['august', 'aug', 'agosto', 'ago', 'août', 'aout', 'أغسطس', 'اغسطس', 'آب', 'اب', 'أوت', 'اوت'],
  ['september', 'sep', 'sept', 'septiembre', 'setiembre', 'set', 'septembre', 'setembro', 'سبتمبر', 'أيلول', 'ايلول'],
  ['october', 'oct', 'octubre', 'octobre', 'outubro', 'out', 'أكتوبر', 'اكتوبر', 'تشرين الأول', 'تشرين الاول'],
  ['november', 'nov', 'noviembre', 'novembre', 'novembro', 'نوفمبر', 'تشرين الثاني'],
  ['december', 'dec', 'diciembre', 'dic', 'décembre', 'decembre', 'déc', 'dezembro', 'dez', 'ديسمبر', 'كانون الأول', 'كانون الاول'],
];

const monthByName = new Map(monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** 1-12 for a month's name or usual short form in English, Spanish, French, Portuguese or Arabic; null for any other word. */
export function monthOfName(word: string): number | null {
  return monthByName.get(word.toLowerCase().replace(/\.$/, '')) ?? null;
}
