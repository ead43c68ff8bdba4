import {
  IconBooks,
  IconDeviceFloppy,
  IconFileExport,
  IconFiles,
  IconGavel,
  IconHandFinger,
  IconHistory,
  IconMapPin,
  IconPresentationAnalytics,
  IconReportAnalytics,
  IconTargetArrow,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Stage } from '#shared/domain/stages.ts';
import type { TextKey } from '#shared/i18n/texts.ts';

/** One screen of a stage. The first of a stage is where its rail entry leads. */
export interface Section {
  readonly path: string;
  readonly title: TextKey;
  /** Help beside the task: `help.<topic>.*`. */
  readonly topic: string;
}

/** A place in the rail with its screens. */
export interface RailEntry {
  readonly icon: TablerIcon;
  readonly title: TextKey;
  readonly sections: readonly Section[];
}

export interface StageEntry extends RailEntry {
  readonly stage: Stage;
}

/** The method as the rail shows it; routes, tabs, commands and help all come from this list. */
export const stageEntries: readonly StageEntry[] = [
  {
    stage: 'city',
    icon: IconMapPin,
    title: 'stage.city',
    sections: [
      { path: '/city', title: 'section.city', topic: 'city' },
      { path: '/city/areas', title: 'section.areas', topic: 'areas' },
    ],
  },
  {
    stage: 'stakeholders',
    icon: IconUsersGroup,
    title: 'stage.stakeholders',
    sections: [
      { path: '/stakeholders', title: 'section.register', topic: 'register' },
      { path: '/stakeholders/ratings', title: 'section.ratings', topic: 'ratings' },
      { path: '/stakeholders/grid', title: 'section.grid', topic: 'grid' },
      { path: '/stakeholders/salience', title: 'section.salience', topic: 'salience' },
      { path: '/stakeholders/network', title: 'section.network', topic: 'network' },
      { path: '/stakeholders/missing', title: 'section.missing', topic: 'missing' },
      { path: '/stakeholders/engagement', title: 'section.engagement', topic: 'engagement' },
      { path: '/stakeholders/partners', title: 'section.partners', topic: 'partners' },
      { path: '/stakeholders/roles', title: 'section.roles', topic: 'roles' },
    ],
  },
  {
    stage: 'profile',
    icon: IconReportAnalytics,
    title: 'stage.profile',
    sections: [
      { path: '/profile', title: 'section.profileHome', topic: 'profileHome' },
      { path: '/profile/data', title: 'section.data', topic: 'data' },
      { path: '/profile/explore', title: 'section.explore', topic: 'explore' },
      { path: '/profile/patterns', title: 'section.patterns', topic: 'patterns' },
      { path: '/profile/surveys', title: 'section.surveys', topic: 'surveys' },
      { path: '/profile/figures', title: 'section.figures', topic: 'figures' },
      { path: '/profile/indicators', title: 'section.indicators', topic: 'indicators' },
      { path: '/profile/monitor', title: 'section.monitor', topic: 'monitor' },
      { path: '/profile/risks', title: 'section.risks', topic: 'risks' },
      { path: '/profile/factors', title: 'section.factors', topic: 'factors' },
      { path: '/profile/strategies', title: 'section.strategies', topic: 'strategies' },
      { path: '/profile/findings', title: 'section.findings', topic: 'findings' },
      { path: '/profile/trees', title: 'section.trees', topic: 'trees' },
    ],
  },
  {
    stage: 'priorities',
    icon: IconHandFinger,
    title: 'stage.priorities',
    sections: [
      { path: '/priorities', title: 'section.options', topic: 'options' },
      { path: '/priorities/criteria', title: 'section.criteria', topic: 'criteria' },
      { path: '/priorities/compare', title: 'section.compare', topic: 'compare' },
      { path: '/priorities/vote', title: 'section.vote', topic: 'vote' },
      { path: '/priorities/result', title: 'section.result', topic: 'result' },
      { path: '/priorities/decision', title: 'section.decision', topic: 'decision' },
    ],
  },
  {
    stage: 'policy',
    icon: IconGavel,
    title: 'stage.policy',
    sections: [
      { path: '/policy', title: 'section.plan', topic: 'plan' },
      { path: '/policy/logframe', title: 'section.logframe', topic: 'logframe' },
      { path: '/policy/timeline', title: 'section.timelineOfMeasures', topic: 'timelineOfMeasures' },
      { path: '/policy/budget', title: 'section.budget', topic: 'budget' },
      { path: '/policy/text', title: 'section.policyText', topic: 'policyText' },
      { path: '/policy/checks', title: 'section.policyChecks', topic: 'policyChecks' },
    ],
  },
  {
    stage: 'follow-up',
    icon: IconTargetArrow,
    title: 'stage.follow-up',
    sections: [
      { path: '/follow-up', title: 'section.progress', topic: 'progress' },
      { path: '/follow-up/measures', title: 'section.measureStatus', topic: 'measureStatus' },
      { path: '/follow-up/commitments', title: 'section.commitments', topic: 'commitments' },
      { path: '/follow-up/answers', title: 'section.answers', topic: 'answers' },
      { path: '/follow-up/scores', title: 'section.citizenScores', topic: 'citizenScores' },
    ],
  },
  {
    stage: 'outputs',
    icon: IconFileExport,
    title: 'stage.outputs',
    sections: [
      { path: '/outputs', title: 'section.outputs', topic: 'outputs' },
      { path: '/outputs/identity', title: 'section.identity', topic: 'identity' },
      { path: '/outputs/read-back', title: 'section.readBack', topic: 'readBack' },
    ],
  },
];

/** What is about the project as a whole; below the stages in the rail. */
export const projectEntries: readonly RailEntry[] = [
  {
    icon: IconPresentationAnalytics,
    title: 'rail.workshops',
    sections: [
      { path: '/workshops', title: 'section.agenda', topic: 'agenda' },
      { path: '/workshops/people', title: 'section.people', topic: 'people' },
      { path: '/workshops/ballots', title: 'section.ballots', topic: 'ballots' },
      { path: '/workshops/room', title: 'section.room', topic: 'room' },
      { path: '/workshops/entry', title: 'section.entry', topic: 'entry' },
      { path: '/workshops/results', title: 'section.results', topic: 'results' },
      { path: '/workshops/log', title: 'section.log', topic: 'log' },
      { path: '/workshops/report', title: 'section.eventReport', topic: 'eventReport' },
    ],
  },
  {
    icon: IconBooks,
    title: 'rail.library',
    sections: [{ path: '/library', title: 'section.library', topic: 'library' }],
  },
  {
    icon: IconHistory,
    title: 'rail.history',
    sections: [
      { path: '/history', title: 'section.timeline', topic: 'history' },
      { path: '/history/snapshots', title: 'section.snapshots', topic: 'snapshots' },
    ],
  },
  {
    icon: IconFiles,
    title: 'rail.groupCopies',
    sections: [
      { path: '/groups-copies', title: 'section.handOut', topic: 'handOut' },
      { path: '/groups-copies/bring-together', title: 'section.bringTogether', topic: 'bringTogether' },
      { path: '/groups-copies/questions', title: 'section.questions', topic: 'questions' },
    ],
  },
  { icon: IconDeviceFloppy, title: 'section.file', sections: [{ path: '/file', title: 'section.file', topic: 'file' }] },
];

/** What is done at the machine that holds the file, and by nobody over the network. */
export const leadOnlyPaths: ReadonlySet<string> = new Set(['/file', '/groups-copies', '/groups-copies/bring-together', '/groups-copies/questions']);

/** The stage (or other place in the rail) and section of a path, or of the list that a page belongs to; undefined on the welcome screen and in dialogs of their own. */
export function findSection(path: string): { entry: RailEntry; section: Section } | undefined {
  const all = [...stageEntries, ...projectEntries].flatMap((entry) => entry.sections.map((section) => ({ entry, section })));
  // Whatever is brought in stands among the data afterwards; its help helps here too.
  if (path === '/import' || path.startsWith('/import/')) return all.find(({ section }) => section.path === '/profile/data');
  const exact = all.find(({ section }) => section.path === path);
  return exact ?? all.findLast(({ section }) => isPageOf(section.path, path));
}

/** `/profile/indicators/16.1.1` is a page of the list of indicators; `/profile/x` is none of the stage's first screen. */
function isPageOf(list: string, path: string): boolean {
  return list.split('/').length > 2 && path.startsWith(`${list}/`);
}
