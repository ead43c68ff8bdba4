import { subjects } from '#shared/domain/project.ts';
import { holdsContent } from '../content/content-rows.ts';
import { type Clock, laterClock } from '../history/hybrid-clock.ts';
import { writeStates } from '../history/write-states.ts';
import { type ChangeDescription, type ChangeWriter, type OpenProject, sql } from '../open-project.ts';
import { prepareOnce } from '../prepare-once.ts';
import type { CopyAtHand } from './copy-at-hand.ts';
import { Knowledge, readKnowledge, readVector, uniteVectors } from './knowledge.ts';
import { StateSettler, type UseCheck } from './settle-states.ts';
import { offencesOfContent, takeInContent } from './take-in-content.ts';
import { latestClock, type TouchedObject, takeInLog, unknownChanges } from './take-in-log.ts';
import { takeInPhoto } from './take-in-photo.ts';

/** What a copy brings. */
export interface CopyContribution {
  readonly fileName: string;
  readonly copyName: string;
  /** Changes that were not known here; 0 = nothing new. */
  readonly changes: number;
  /** Who made them, as they said. */
  readonly people: string[];
}

/**
 * Takes in what other copies of the project know and this one does not, as one change that can be undone. The result is the same in
 * whatever order copies are brought together, and however often.
 */
export function bringTogether(project: OpenProject, copies: readonly CopyAtHand[]): { revision: number; contributions: CopyContribution[] } {
  const contributions: CopyContribution[] = [];
  const description = describeMerge(project, copies);
  const revision = project.change(description, (write) => {
    contributions.push(...takeIn(project, write, copies));
    return write.revision;
  });
  return { revision, contributions };
}

/** Whether any of the copies knows something that this file does not. */
export function haveNews(project: OpenProject, copies: readonly CopyAtHand[]): boolean {
  const mine = readVector(project.reader);
  return copies.some(({ connection }) => unknownChanges(mine, connection).some(({ kind }) => kind !== 'merge'));
}

/** Does it, lets `look` see what came of it, and takes it back. */
export function rehearseMerge<Result>(
  project: OpenProject,
  copies: readonly CopyAtHand[],
  look: (revision: number, contributions: readonly CopyContribution[]) => Result,
): Result {
  const contributions: CopyContribution[] = [];
  return project.rehearse(
    describeMerge(project, copies),
    (write) => {
      contributions.push(...takeIn(project, write, copies));
    },
    (revision) => look(revision, contributions),
  );
}

function describeMerge(project: OpenProject, copies: readonly CopyAtHand[]): ChangeDescription {
  const names = [...new Set(copies.map(({ copy, fileName }) => copy.name || fileName))];
  const receivedClock = copies.reduce<Clock>((latest, { connection }) => laterClock(latest, latestClock(connection)), '');
  const knows = uniteVectors([readVector(project.reader), ...copies.map(({ connection }) => readVector(connection))]);
  return { kind: 'merge', name: 'merging.bringTogether', params: { count: names.length, names: names.join(', ') }, subjects, receivedClock, knows };
}

function takeIn(project: OpenProject, write: ChangeWriter, copies: readonly CopyAtHand[]): CopyContribution[] {
  const { connection } = write;
  const tables = project.loggedTables;
  const touched = new Map<string, TouchedObject>();
  const contributions: CopyContribution[] = [];
  for (const { connection: other, fileName, copy } of copies) {
    const changes = unknownChanges(readVector(connection), other);
    for (const object of takeInLog(connection, { other, changes, mergeRevision: write.revision, tables })) touched.set(`${object.type} ${object.id}`, object);
    const made = changes.filter(({ kind }) => kind !== 'merge');
    const people = [...new Set(made.map(({ person }) => person))].filter((person) => person !== '').sort();
    contributions.push({ fileName, copyName: copy.name, changes: made.length, people });
    connection.prepare<[string, string]>('UPDATE handed_copy SET brought_back_at = ? WHERE id = ?').run(project.nowText(), copy.id);
  }
  // What lived only because it was needed is weighed anew.
  const kept = project.all(sql.selectFrom('kept_alive as k').innerJoin('object as o', 'o.key', 'k.object_key').select(['o.type', 'o.id']));
  for (const object of kept) touched.set(`${object.type} ${object.id}`, object);
  applyStates(project, write, [...touched.values()], copies);
  return contributions;
}

function applyStates(project: OpenProject, write: ChangeWriter, touched: readonly TouchedObject[], copies: readonly CopyAtHand[]): void {
  const { connection } = write;
  const settler = new StateSettler(connection, project.loggedTables, new Knowledge(readKnowledge(connection)));
  const wanted = datasetsWithoutContent(write, touched);
  const settled = settler.settle(touched, offencesInUse(write, wanted, copies));
  writeStates(connection, project.loggedTables, settled.states);
  for (const id of wanted) {
    if (settled.isAlive('dataset', id) && !hasContent(write, id)) copies.some((copy) => takeInContent(connection, copy.connection, id));
  }
  for (const { type, id } of touched) if (type === 'photo') copies.some((copy) => takeInPhoto(connection, copy.connection, id));
  noteKept(write, settled.needed);
  noteReviews(write, settled.settled, settled.toReview);
}

/** Datasets that may come in, and whose content is not here. */
function datasetsWithoutContent(write: ChangeWriter, touched: readonly TouchedObject[]): string[] {
  return touched.filter(({ type, id }) => type === 'dataset' && !hasContent(write, id)).map(({ id }) => id);
}

function hasContent(write: ChangeWriter, datasetId: string): boolean {
  return holdsContent(write.connection, datasetId);
}

/** Incidents are no objects of the history; the offences that they name live as long as they do. */
function offencesInUse(write: ChangeWriter, wanted: readonly string[], copies: readonly CopyAtHand[]): UseCheck {
  const coming = new Map<string, string[]>();
  for (const dataset of wanted) {
    for (const { connection } of copies) {
      for (const name of offencesOfContent(connection, dataset)) coming.set(name, [...(coming.get(name) ?? []), dataset]);
    }
  }
  const here = write.connection
    .prepare<[string], string>(
      'SELECT d.id FROM dataset d WHERE EXISTS (SELECT 1 FROM incident i WHERE i.dataset_key = d.key AND i.offence_key = (SELECT key FROM offence WHERE name = ?))',
    )
    .pluck();
  return ({ type, id }, isGone) => {
    if (type !== 'offence') return false;
    return [...(coming.get(id) ?? []), ...here.all(id)].some((dataset) => !isGone('dataset', dataset));
  };
}

function objectKeyOf(write: ChangeWriter, { type, id }: TouchedObject): number | undefined {
  return prepareOnce<[string, string], number>(write.connection, 'SELECT key FROM object WHERE type = ? AND id = ?').pluck().get(type, id);
}

function noteKept(write: ChangeWriter, needed: readonly TouchedObject[]): void {
  write.connection.exec('DELETE FROM kept_alive');
  const insert = write.connection.prepare<[number]>('INSERT OR IGNORE INTO kept_alive (object_key) VALUES (?)');
  for (const object of needed) {
    const key = objectKeyOf(write, object);
    if (key !== undefined) insert.run(key);
  }
}

function noteReviews(write: ChangeWriter, settled: readonly TouchedObject[], toReview: readonly TouchedObject[]): void {
  const remove = write.connection.prepare<[number]>('DELETE FROM review WHERE object_key = ?');
  const insert = write.connection.prepare<[number, number]>('INSERT OR REPLACE INTO review (object_key, merge_revision) VALUES (?, ?)');
  const open = new Set(toReview);
  for (const object of settled) {
    const key = objectKeyOf(write, object);
    if (key === undefined) continue;
    if (open.has(object)) insert.run(key, write.revision);
    else remove.run(key);
  }
}
