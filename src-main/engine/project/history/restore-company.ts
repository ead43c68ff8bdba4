import type { OpenProject } from '../open-project.ts';
import { type ObjectState, StateWriter } from './write-states.ts';

interface Named {
  readonly type: string;
  readonly id: string;
}

/**
 * The states that returning one object takes: its own; if it is gone, those of the objects that went with it or lost their link to it; and of
 * what it points to, where that is gone too. `all` are the states of everything that was touched since the moment, `own` that of the object.
 */
export function withCompany(project: OpenProject, object: Named, all: readonly ObjectState[], own: readonly ObjectState[]): ObjectState[] {
  const reader = new StateWriter(project.reader, project.loggedTables);
  const isHere = ({ type, id }: Named) => reader.read(type, id) !== null;
  const isReturning = !isHere(object);
  const chosen = new Map(own.map((state) => [nameOf(state), state]));
  const waiting: ObjectState[] = [...own];
  for (let state = waiting.shift(); state; state = waiting.shift()) {
    if (state.values === null) continue;
    const coming = [...missingLinks(project, state, all, isHere, chosen), ...(isReturning ? dependents(project, state, all, chosen) : [])];
    for (const other of coming) chosen.set(nameOf(other), other);
    waiting.push(...coming);
  }
  return [...chosen.values()].map((state) => withoutLooseLinks(project, state, isHere, chosen));
}

/** A row can do without some of what it points to: the dataset that it came with stays away. */
function withoutLooseLinks(
  project: OpenProject,
  state: ObjectState,
  isHere: (object: Named) => boolean,
  chosen: ReadonlyMap<string, ObjectState>,
): ObjectState {
  const { type, values } = state;
  if (values === null) return state;
  const table = project.loggedTables.find(({ name }) => name === type);
  const lost = (table?.references ?? []).filter(({ column, table: target, onDelete }) => {
    const id = values[column];
    return onDelete === 'SET NULL' && typeof id === 'string' && !chosen.has(`${target} ${id}`) && !isHere({ type: target, id });
  });
  return lost.length === 0 ? state : { ...state, values: { ...values, ...Object.fromEntries(lost.map(({ column }) => [column, null])) } };
}

const nameOf = ({ type, id }: Named) => `${type} ${id}`;

/** What a state points to and is not there: without it the row could not be written. */
function missingLinks(
  project: OpenProject,
  { type, values }: ObjectState,
  all: readonly ObjectState[],
  isHere: (object: Named) => boolean,
  chosen: ReadonlyMap<string, ObjectState>,
): ObjectState[] {
  const table = project.loggedTables.find(({ name }) => name === type);
  return (table?.references ?? []).flatMap(({ column, table: target, onDelete }) => {
    const id = values?.[column];
    if (target === 'dataset' && onDelete === 'SET NULL') return [];
    if (typeof id !== 'string' || chosen.has(`${target} ${id}`) || isHere({ type: target, id })) return [];
    return all.filter((state) => state.type === target && state.id === id && state.values !== null);
  });
}

/** What was there at that moment, pointed to the object, and went or lost its link with it. */
function dependents(project: OpenProject, object: ObjectState, all: readonly ObjectState[], chosen: ReadonlyMap<string, ObjectState>): ObjectState[] {
  return all.flatMap((state) => {
    if (state.values === null || chosen.has(nameOf(state))) return [];
    const table = project.loggedTables.find(({ name }) => name === state.type);
    const links = (table?.references ?? []).filter(({ column, table: target }) => target === object.type && state.values?.[column] === object.id);
    if (links.length === 0) return [];
    const isWhole = table?.columns.every((column) => state.values?.[column] !== undefined);
    // Of a row that stayed only the link comes back; what was done to it since is its own.
    return isWhole ? [state] : [{ ...state, values: Object.fromEntries(links.map(({ column }) => [column, object.id])) }];
  });
}
