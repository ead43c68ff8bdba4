import { plainColumnName } from '#shared/domain/plain-words.ts';

/** What a column of a list of people is about; null = nothing that is kept. */
export type ListColumn = 'name' | 'body' | 'role' | null;

/** How lists head their columns in English, Spanish and Arabic. A name may be written in two columns. */
const headings: Readonly<Record<Exclude<ListColumn, null>, string>> = {
  name: `name, names, full name, first name, given name, last name, family name, surname, participant, participants, person,
    nombre, nombres, nombre completo, nombre y apellido, nombre y apellidos, nombres y apellidos, apellido, apellidos, participante, participantes, persona,
    اسم, الاسم, الاسم الكامل, الاسم الأول, الاسم الثلاثي, الاسم واللقب, اللقب, اسم العائلة, المشارك, المشاركون, الشخص`,
  body: `body, organisation, organization, institution, agency, company, entity, employer,
    entidad, organización, institución, dependencia, organismo, empresa,
    جهة, الجهة, جهة العمل, المؤسسة, المنظمة, الهيئة, الدائرة, الشركة`,
  role: `role, position, post, job, job title, function,
    función, cargo, puesto, rol,
    صفة, الصفة, الدور, المنصب, الوظيفة, المسمى الوظيفي`,
};

const columnOf: ReadonlyMap<string, ListColumn> = new Map(
  (['name', 'body', 'role'] as const).flatMap((column) => headings[column].split(',').map((words) => [plainColumnName(words), column] as const)),
);

/** The columns that a heading line names; null = the line is a person's: it names neither the column of the names nor two others. */
export function columnsOf(cells: readonly string[]): ListColumn[] | null {
  const columns = cells.map((cell) => columnOf.get(plainColumnName(cell)) ?? null);
  const named = new Set(columns.filter((column) => column !== null));
  return named.has('name') || named.size > 1 ? columns : null;
}
