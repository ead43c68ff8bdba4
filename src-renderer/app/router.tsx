import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { importKindSchema } from '#shared/domain/recipes.ts';
import { UndoProvider } from './history/undo-provider.tsx';
import { BrokenScreen, NoSuchScreen } from './shell/no-screen.tsx';
import { Shell, wallPath } from './shell/shell.tsx';

const rootRoute = createRootRoute({
  // Any page may be asked to show one thing: `?object=<id>`.
  validateSearch: ({ object }: Record<string, unknown>): { object?: string } => (object === undefined || object === '' ? {} : { object: String(object) }),
  component: () => (
    <UndoProvider>
      <Shell>
        <Outlet />
      </Shell>
    </UndoProvider>
  ),
});

const page = <Path extends string>(path: Path, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({ getParentRoute: () => rootRoute, path, component: lazyRouteComponent(load as () => Promise<Record<string, never>>, name) });

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import/$kind',
  params: { parse: ({ kind }) => ({ kind: importKindSchema.parse(kind) }), stringify: ({ kind }) => ({ kind }) },
  component: lazyRouteComponent(() => import('../stages/import/import-page.tsx'), 'ImportPage'),
});

const routeTree = rootRoute.addChildren([
  page('/', () => import('../stages/welcome/welcome-page.tsx'), 'WelcomePage'),
  page('/city', () => import('../stages/city/city-page.tsx'), 'CityPage'),
  page('/city/areas', () => import('../stages/city/areas-page.tsx'), 'AreasPage'),
  page('/stakeholders', () => import('../stages/stakeholders/register-page.tsx'), 'RegisterPage'),
  page('/stakeholders/ratings', () => import('../stages/stakeholders/ratings/ratings-page.tsx'), 'RatingsPage'),
  page('/stakeholders/ratings/$stakeholderId', () => import('../stages/stakeholders/ratings/ratings-page.tsx'), 'RatingsPage'),
  page('/stakeholders/grid', () => import('../stages/stakeholders/grid-page.tsx'), 'GridPage'),
  page('/stakeholders/salience', () => import('../stages/stakeholders/salience/salience-page.tsx'), 'SaliencePage'),
  page('/stakeholders/network', () => import('../stages/stakeholders/network-page.tsx'), 'NetworkPage'),
  page('/stakeholders/missing', () => import('../stages/stakeholders/missing-page.tsx'), 'MissingPage'),
  page('/stakeholders/engagement', () => import('../stages/stakeholders/engagement-page.tsx'), 'EngagementPage'),
  page('/stakeholders/partners', () => import('../stages/stakeholders/partners-page.tsx'), 'PartnersPage'),
  page('/stakeholders/roles', () => import('../stages/stakeholders/roles-page.tsx'), 'RolesPage'),
  page('/profile', () => import('../stages/profile/home-page.tsx'), 'ProfileHomePage'),
  page('/profile/data', () => import('../stages/profile/data-page.tsx'), 'DataPage'),
  page('/profile/data/$datasetId', () => import('../stages/profile/data/dataset-page.tsx'), 'DatasetPage'),
  page('/import', () => import('../stages/import/import-page.tsx'), 'ImportPage'),
  page('/profile/explore', () => import('../stages/profile/explore-page.tsx'), 'ExplorePage'),
  page('/profile/patterns', () => import('../stages/profile/patterns-page.tsx'), 'PatternsPage'),
  page('/profile/surveys', () => import('../stages/profile/surveys-page.tsx'), 'SurveysPage'),
  page('/profile/figures', () => import('../stages/profile/figures-page.tsx'), 'FiguresPage'),
  page('/profile/indicators', () => import('../stages/profile/indicators-page.tsx'), 'IndicatorsPage'),
  page('/profile/indicators/$code', () => import('../stages/profile/indicators/indicator-page.tsx'), 'IndicatorPage'),
  page('/profile/monitor', () => import('../stages/profile/monitor-page.tsx'), 'MonitorPage'),
  page('/profile/risks', () => import('../stages/profile/risks-page.tsx'), 'RisksPage'),
  page('/profile/findings', () => import('../stages/profile/findings-page.tsx'), 'FindingsPage'),
  page('/priorities', () => import('../stages/priorities/options-page.tsx'), 'OptionsPage'),
  page('/priorities/vote', () => import('../stages/priorities/vote-page.tsx'), 'VotePage'),
  page('/priorities/result', () => import('../stages/priorities/result-page.tsx'), 'ResultPage'),
  page('/policy', () => import('../stages/policy/plan-page.tsx'), 'PlanPage'),
  page('/policy/budget', () => import('../stages/policy/budget-page.tsx'), 'BudgetPage'),
  page('/outputs', () => import('../stages/outputs/outputs-page.tsx'), 'OutputsPage'),
  page('/profile/factors', () => import('../stages/profile/factors-page.tsx'), 'FactorsPage'),
  page('/profile/strategies', () => import('../stages/profile/strategies-page.tsx'), 'StrategiesPage'),
  page('/profile/trees', () => import('../stages/profile/trees-page.tsx'), 'TreesPage'),
  page('/priorities/criteria', () => import('../stages/priorities/criteria-page.tsx'), 'CriteriaPage'),
  page('/priorities/compare', () => import('../stages/priorities/compare-page.tsx'), 'ComparePage'),
  page('/priorities/decision', () => import('../stages/priorities/decision-page.tsx'), 'DecisionPage'),
  page('/policy/logframe', () => import('../stages/policy/logframe-page.tsx'), 'LogframePage'),
  page('/policy/timeline', () => import('../stages/policy/timeline-page.tsx'), 'TimelinePage'),
  page('/policy/text', () => import('../stages/policy/text-page.tsx'), 'TextPage'),
  page('/policy/checks', () => import('../stages/policy/checks-page.tsx'), 'ChecksPage'),
  page('/follow-up', () => import('../stages/follow-up/progress-page.tsx'), 'ProgressPage'),
  page('/follow-up/measures', () => import('../stages/follow-up/measures-page.tsx'), 'MeasuresPage'),
  page('/follow-up/commitments', () => import('../stages/follow-up/commitments-page.tsx'), 'CommitmentsPage'),
  page('/follow-up/answers', () => import('../stages/follow-up/answers-page.tsx'), 'AnswersPage'),
  page('/follow-up/scores', () => import('../stages/follow-up/scores-page.tsx'), 'ScoresPage'),
  page('/outputs/identity', () => import('../stages/outputs/identity-page.tsx'), 'IdentityPage'),
  page('/outputs/read-back', () => import('../stages/outputs/read-back-page.tsx'), 'ReadBackPage'),
  page('/workshops/report', () => import('../stages/workshops/report-page.tsx'), 'ReportPage'),
  page('/library', () => import('../stages/library/library-page.tsx'), 'LibraryPage'),
  page('/workshops', () => import('../stages/workshops/agenda-page.tsx'), 'AgendaPage'),
  page('/workshops/people', () => import('../stages/workshops/people-page.tsx'), 'PeoplePage'),
  page('/workshops/ballots', () => import('../stages/workshops/ballots-page.tsx'), 'BallotsPage'),
  page('/workshops/room', () => import('../stages/workshops/room-page.tsx'), 'RoomPage'),
  page('/workshops/entry', () => import('../stages/workshops/entry-page.tsx'), 'EntryPage'),
  page('/workshops/results', () => import('../stages/workshops/results-page.tsx'), 'ResultsPage'),
  page('/workshops/log', () => import('../stages/workshops/log-page.tsx'), 'LogPage'),
  page(wallPath, () => import('../stages/wall/wall-page.tsx'), 'WallPage'),
  page('/history', () => import('../stages/history/history-page.tsx'), 'HistoryPage'),
  page('/history/snapshots', () => import('../stages/history/snapshots-page.tsx'), 'SnapshotsPage'),
  page('/file', () => import('../stages/file/file-page.tsx'), 'FilePage'),
  page('/groups-copies', () => import('../stages/group-copies/hand-out-page.tsx'), 'HandOutPage'),
  page('/groups-copies/bring-together', () => import('../stages/group-copies/bring-together-page.tsx'), 'BringTogetherPage'),
  page('/groups-copies/questions', () => import('../stages/group-copies/questions-page.tsx'), 'QuestionsPage'),
  importRoute,
]);

/** Addresses live behind the `#`: the same in the desktop's own protocol and behind the browser door. */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultNotFoundComponent: NoSuchScreen,
  defaultErrorComponent: BrokenScreen,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
