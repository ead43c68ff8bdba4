import type { PaperAsk } from '#shared/domain/paper.ts';
import type { PaperData } from '../../exports/paper/paper-data.ts';
import { boundariesOf, listAreas, listLayers } from '../areas/areas.ts';
import { findBallot } from '../ballots/ballots.ts';
import { readCity } from '../project/city.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { listGroups } from '../workshops/groups.ts';
import { findWorkshop } from '../workshops/workshops.ts';
import { codesFrom, sheetsOf } from './sheet-numbers.ts';

/** Everything that the paper prints, read in one go. `isPreview`: the first page only, and no number is used up. */
export function gatherPaper(project: OpenProject, ask: PaperAsk, isPreview: boolean): { data: PaperData; firstNumber: number; lastNumber: number } {
  const ballot = 'ballotId' in ask ? findBallot(project, ask.ballotId) : null;
  const workshopId = ballot?.workshopId ?? ('workshopId' in ask ? ask.workshopId : '');
  const workshop = findWorkshop(project, workshopId);
  const layer =
    ballot?.kind === 'place'
      ? layerOf(
          project,
          ballot.options.map((option) => option.refId),
        )
      : null;
  const { mark, nextNumber } = ballot ? sheetsOf(project, ballot.id) : { mark: '', nextNumber: 0 };
  const copies = ask.kind === 'ballots' ? (isPreview ? Math.min(ask.copies, ask.perPage) : ask.copies) : 0;
  const firstNumber = ask.kind === 'ballots' ? (ask.firstNumber ?? nextNumber) : 0;
  return {
    firstNumber,
    lastNumber: firstNumber + Math.max(0, copies - 1),
    data: {
      ask,
      day: lastDay(project),
      cityName: readCity(project).name,
      workshop: { title: workshop.title, place: workshop.place, startsOn: workshop.startsOn },
      ballot,
      groups: listGroups(project, workshopId).map(({ id, name }) => ({ id, name })),
      areas: layer === null ? [] : listAreas(project, layer).map(({ id, name }) => ({ id, name })),
      boundaries: layer === null ? [] : boundariesOf(project, layer).features,
      codes: ask.kind === 'ballots' ? codesFrom(mark, firstNumber, copies) : [],
    },
  };
}

/** The layer that the options' areas are of, else the city's first. */
function layerOf(project: OpenProject, areaIds: readonly (string | null)[]): string | null {
  const layers = listLayers(project);
  const ids = new Set(areaIds);
  return (layers.find((layer) => listAreas(project, layer.id).some((area) => ids.has(area.id))) ?? layers[0])?.id ?? null;
}

/** Printing dates nothing: the same ballot printed tomorrow is the same file. */
function lastDay(project: OpenProject): string {
  const last = project.first(
    sql.selectFrom('change').select('at').where('merge_revision', 'is', null).where('name', 'not like', 'outputs.%').orderBy('revision', 'desc').limit(1),
  );
  return (last?.at ?? project.found(sql.selectFrom('project').select('created_at')).created_at).slice(0, 10);
}
