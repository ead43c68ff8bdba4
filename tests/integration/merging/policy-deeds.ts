import { v7 as uuidv7 } from 'uuid';
import type { OpenProject } from '#main/engine/project/open-project.ts';
import { noteWork, readSection, setSection } from '#main/engine/project/texts/section-texts.ts';
import type { RichNode } from '#shared/domain/rich-text.ts';

/** What people do to the policy, its text, its follow-up and an event's report, table by table. */
export const policyDeedNames = [
  'addSection',
  'writeSection',
  'renameSection',
  'removeSection',
  'addComment',
  'addSuggestion',
  'addPillar',
  'groupObjective',
  'removePillar',
  'addObjective',
  'removeMeasure',
  'residentGroup',
  'addCostLine',
  'editCostLine',
  'addFundingLine',
  'addTreeNode',
  'linkTreeNodes',
  'removeTreeNode',
  'addScore',
  'removeCriterion',
  'addActual',
  'editActual',
  'addReport',
  'addCommitment',
  'policyFact',
  'addEventReport',
  'eventFact',
  'eventText',
] as const;
export type PolicyDeedName = (typeof policyDeedNames)[number];

type Sql = readonly [text: string, ...values: unknown[]];

const paragraph = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** Does a deed where it can be done; `a` and `b` choose to what and how. */
export function performPolicyDeed(project: OpenProject, what: PolicyDeedName, { a, b, word }: { a: number; b: number; word: string }): void {
  const pick = (table: string, n: number): string | undefined => {
    const ids = project.reader.prepare<[], string>(`SELECT id FROM "${table}" ORDER BY id`).pluck().all();
    return ids[n % Math.max(1, ids.length)];
  };
  const change = (...statements: readonly (Sql | false)[]) => {
    const wanted = statements.filter((statement) => statement !== false);
    if (wanted.length === 0) return;
    project.change({ name: `test.${what}`, params: {}, subjects: ['policy'] }, ({ connection }) => {
      for (const [text, ...values] of wanted) connection.prepare<unknown[]>(text).run(...values);
    });
  };
  const [id, section, measure, objective] = [uuidv7(), pick('draft_section', a), pick('measure', a), pick('objective', a)];
  const [stakeholder, pillar, node, otherNode] = [pick('stakeholder', b), pick('pillar', b), pick('problem_node', a), pick('problem_node', b)];
  const report = pick('event_report', a);
  const table: Readonly<Record<PolicyDeedName, () => readonly (Sql | false)[]>> = {
    addSection: () => {
      const draft = pick('draft', a);
      const draftId = draft ?? uuidv7();
      project.change({ name: 'test.addSection', subjects: ['policy'] }, ({ connection }) => {
        if (!draft)
          connection
            .prepare<unknown[]>("INSERT INTO draft (id, template, title, language, made_at) VALUES (?, 'full', ?, 'en', '2026-03-01')")
            .run(draftId, word);
        connection.prepare<unknown[]>('INSERT INTO draft_section (id, draft_id, position, title) VALUES (?, ?, ?, ?)').run(id, draftId, b, word);
        setSection(connection, id, [paragraph(`Text ${word}`)]);
      });
      return [];
    },
    writeSection: () => {
      if (section)
        project.change({ name: 'test.writeSection', subjects: ['policy'] }, ({ connection, revision }) => {
          const nodes = readSection(connection, section);
          setSection(connection, section, nodes.toSpliced(a % (nodes.length + 1), b % 2, paragraph(word)));
          noteWork(connection, revision, section);
        });
      return [];
    },
    renameSection: () => [section !== undefined && ['UPDATE draft_section SET title = ?, position = ? WHERE id = ?', word, b, section]],
    removeSection: () => [section !== undefined && ['DELETE FROM draft_section WHERE id = ?', section]],
    addComment: () => [
      section !== undefined && [
        "INSERT INTO text_comment (id, section_id, reply_to, text, at) VALUES (?, ?, ?, ?, '2026-03-01')",
        ...[id, section, b % 2 ? (pick('text_comment', b) ?? null) : null, word],
      ],
    ],
    addSuggestion: () => [
      section !== undefined && ["INSERT INTO text_suggestion (id, section_id, content, reason, at) VALUES (?, ?, '[]', ?, '2026-03-01')", id, section, word],
    ],
    addPillar: () => [['INSERT INTO pillar (id, title) VALUES (?, ?)', id, word]],
    groupObjective: () => [objective !== undefined && ['UPDATE objective SET pillar_id = ?, assumption = ? WHERE id = ?', pillar ?? null, word, objective]],
    removePillar: () => [pillar !== undefined && ['DELETE FROM pillar WHERE id = ?', pillar]],
    addObjective: () => [['INSERT INTO objective (id, title, owner_id, pillar_id) VALUES (?, ?, ?, ?)', id, word, stakeholder ?? null, pillar ?? null]],
    removeMeasure: () => [measure !== undefined && ['DELETE FROM measure WHERE id = ?', measure]],
    residentGroup: () => [
      measure !== undefined &&
        (b % 3 === 0
          ? ['DELETE FROM measure_resident_group WHERE measure_id = ? AND resident_group = ?', measure, `group ${a % 2}`]
          : ['INSERT OR IGNORE INTO measure_resident_group VALUES (?, ?)', measure, `group ${a % 2}`]),
    ],
    addCostLine: () => [measure !== undefined && ["INSERT INTO cost_line (id, measure_id, title, kind) VALUES (?, ?, ?, 'capital')", id, measure, word]],
    editCostLine: () => {
      const line = pick('cost_line', a);
      return [line !== undefined && ['UPDATE cost_line SET unit_cost = ?, source = ? WHERE id = ?', b, word, line]];
    },
    addFundingLine: () => [
      measure !== undefined && [
        "INSERT INTO funding_line (id, measure_id, kind, source, stakeholder_id) VALUES (?, ?, 'city', ?, ?)",
        ...[id, measure, word, stakeholder ?? null],
      ],
    ],
    addTreeNode: () => [
      ["INSERT OR IGNORE INTO problem_tree (id, title) VALUES ('t0', 'Tree')"],
      [
        "INSERT INTO problem_node (id, tree_id, kind, text, finding_id, objective_id) VALUES (?, 't0', 'cause', ?, ?, ?)",
        ...[id, word, pick('finding', a) ?? null, b % 2 ? (objective ?? null) : null],
      ],
    ],
    linkTreeNodes: () => [
      node !== undefined && otherNode !== undefined && node !== otherNode && ["INSERT OR IGNORE INTO problem_link VALUES ('t0', ?, ?)", node, otherNode],
    ],
    removeTreeNode: () => [node !== undefined && ['DELETE FROM problem_node WHERE id = ?', node]],
    addScore: () => [
      ["INSERT OR IGNORE INTO criterion (id, name) VALUES ('c0', 'Harm')"],
      ["INSERT OR IGNORE INTO priority (id, title, is_chosen, reason) VALUES ('p', 'Priority', 0, '')"],
      ["INSERT INTO criterion_score (id, criterion_id, priority_id, value, note) VALUES (?, 'c0', 'p', ?, ?)", id, b % 3 ? b : null, word],
    ],
    removeCriterion: () => [["DELETE FROM criterion WHERE id = 'c0'"]],
    addActual: () => [
      measure !== undefined && [
        "INSERT INTO actual_value (id, measure_id, objective_id, measured_on, value, source, entered_at) VALUES (?, ?, ?, '2027-01', ?, ?, '2027')",
        ...[id, measure, b % 2 ? (objective ?? null) : null, b, word],
      ],
    ],
    editActual: () => {
      const actual = pick('actual_value', a);
      return [actual !== undefined && ['UPDATE actual_value SET value = ?, explanation = ? WHERE id = ?', b % 3 ? b : null, word, actual]];
    },
    addReport: () => [
      measure !== undefined && [
        "INSERT INTO progress_report (id, measure_id, reported_on, status, explanation, entered_at) VALUES (?, ?, '2027-01-01', 'delayed', ?, '2027')",
        ...[id, measure, word],
      ],
    ],
    addCommitment: () => [
      [
        'INSERT INTO commitment (id, text, owner_id, measure_id, objective_id) VALUES (?, ?, ?, ?, ?)',
        id,
        word,
        stakeholder ?? null,
        measure ?? null,
        objective ?? null,
      ],
    ],
    policyFact: () => [['INSERT INTO policy_fact VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', `fact ${a % 2}`, word]],
    addEventReport: () => [
      ["INSERT INTO event_report (id, form_version, answers, made_at) VALUES (?, 'partners-2014', ?, '2026')", id, answers({ title: word })],
    ],
    eventFact: () => {
      if (!report) return [];
      const known = project.reader.prepare<[string], string>('SELECT answers FROM event_report WHERE id = ?').pluck().get(report) ?? '{}';
      const next = answers({ ...JSON.parse(known), [['title', 'venue', 'number'][b % 3] ?? 'title']: word });
      return [['UPDATE event_report SET answers = ? WHERE id = ?', next, report]];
    },
    eventText: () => [
      report !== undefined && ['INSERT INTO event_report_text VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text', report, `part ${b % 2}`, word],
    ],
  };
  change(...table[what]());
}

const answers = (facts: Readonly<Record<string, unknown>>) => JSON.stringify({ title: '', venue: '', number: '', ...facts, taken: facts.taken ?? [] });
