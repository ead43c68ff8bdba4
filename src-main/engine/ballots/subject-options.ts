import type { Area } from '#shared/domain/areas.ts';
import type { BallotOptionInput, BallotSubject } from '#shared/domain/ballots.ts';
import { offeredCriteria } from '#shared/domain/criteria.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import { criterionWords } from '#shared/i18n/criterion-words.ts';
import { createFormats, type Formats } from '#shared/i18n/formats.ts';
import type { Translate } from '#shared/i18n/texts.ts';
import { listAreas } from '../areas/areas.ts';
import { listFindings } from '../findings/findings.ts';
import { chooseLanguage, loadTranslate } from '../i18n/load-texts.ts';
import { listCriteria } from '../priorities/criteria.ts';
import { listPriorities } from '../priorities/priorities.ts';
import type { OpenProject } from '../project/open-project.ts';
import { listStakeholders } from '../stakeholders/stakeholders.ts';
import { readEvaluation } from '../workshops/agendas.ts';

/** One line holds so many characters; a finding's sentence may be a long text. */
const mostCharacters = 500;

/** What a ballot about a subject starts with. */
export interface SubjectStart {
  readonly question: string;
  readonly help: string;
  readonly options: readonly BallotOptionInput[];
}

/** Options of the subject in its words and its order (none for `own`), and question and help where they ship. `language`: the project's main one. */
export function startOfSubject(project: OpenProject, subject: BallotSubject, { resources, language }: { resources: string; language: string }): SubjectStart {
  if (subject === 'evaluation') return readEvaluation(resources, language);
  const t = loadTranslate(resources, language);
  return {
    question: '',
    help: subject === 'criteria' ? t('ballots.help.criteria') : '',
    options: optionsOfSubject(project, subject, t, chooseLanguage(resources, language)),
  };
}

function optionsOfSubject(project: OpenProject, subject: Exclude<BallotSubject, 'evaluation'>, t: Translate, language: string): BallotOptionInput[] {
  switch (subject) {
    case 'own':
      return [];
    case 'priorities':
      return listPriorities(project).map(({ id, title }) => optionOf(title, id));
    case 'findings':
      // What stays in the city's file is not put to a room full of phones.
      return listFindings(project).flatMap(({ id, sentence, isRestricted }) => (isRestricted ? [] : [optionOf(sentence, id)]));
    case 'stakeholders':
      return listStakeholders(project).map(({ id, name }) => optionOf(name, id));
    case 'areas':
      return areasOfBaseLayer(project).map(({ id, name }) => optionOf(name, id));
    case 'criteria':
      return criterionOptions(project, t, createFormats(language));
  }
}

/** The city's own criteria, each with the step that is weighed; the usual ones where it has none yet. */
function criterionOptions(project: OpenProject, t: Translate, formats: Formats): BallotOptionInput[] {
  const own = listCriteria(project);
  return own.length > 0
    ? own.map((criterion) => optionOf(criterionWords(t, formats, criterion), criterion.id))
    : offeredCriteria.map((name) => optionOf(t(`ballot.criterion.${name}`), null));
}

function optionOf(text: string, refId: string | null): BallotOptionInput {
  return { text: text.trim().slice(0, mostCharacters), picture: '', refId, quiz: null };
}

/** The first layer that has residents, else the first, as elsewhere. */
export function areasOfBaseLayer(project: OpenProject): Area[] {
  const layers = [...groupBy(listAreas(project), ({ layerId }) => layerId).values()];
  return layers.find((areas) => areas.some(({ population }) => population !== null)) ?? layers[0] ?? [];
}
