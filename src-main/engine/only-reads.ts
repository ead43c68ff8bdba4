/**
 * Procedures that only look at the project, and those that stop what is going on, by subject. Everything else is taken for a change and waits until a long change has ended; one that is missing
 * here merely waits too, and one that stands here and writes brings the long change to its end at once, so that the list can cost time and nothing else.
 */
const looks: Readonly<Record<string, string>> = {
  project: 'current recent fileOfRecent city stages changes watch work stopWork close',
  files: 'projectFolder folderFromPath fromPath',
  areas: 'layers list boundaries populations alternatives checkBoundaries',
  stakeholders: 'list ratings ratingsBy ratingSources standings change gaps',
  network: 'ties measures positions',
  representation: 'of',
  engagement: 'list',
  partnerships: 'list totals',
  roles: 'get',
  imports: 'inspect recognise datasets quality compare recipes',
  incidents: 'overview query offences',
  indicators: 'catalogue observations computable gaps stale choiceEffect knowledge targets own monitor monitorNotes',
  patterns: 'hotSpots concentration special change week areaTypes harm harmSets',
  risks: 'list meetings',
  factors: 'list outside',
  strategies: 'list roles',
  library: 'list links',
  figures: 'tables query',
  surveys: 'list questions readCodebook answers estimate',
  findings: 'list waiting validationOffers',
  trees: 'list',
  trace: 'of',
  priorities: 'list vote result',
  criteria: 'list scores swings swingBallots weighing ballots decisions',
  policy: 'get objectives measures facts principles pillars checks',
  policyChecks: 'review',
  policyText: 'templates drafts text nodes comments suggestions versions version compare',
  policyLive: 'read',
  followUp: 'progress measures commitments promises inputs scores scoreOffers lessons',
  outputs: 'folder needs abouts preview',
  readBack: 'preview',
  outputProfiles: 'list',
  identity: 'read logoPicture',
  releases: 'list thresholds protect',
  copies: 'state list listFor',
  history: 'steps list people details object snapshots compare size author',
  people: 'list contacts',
  privacy: 'traces uncleanCopies sharePreview',
  merging: 'thisCopy handedOut look reviews',
  maps: 'hexagons symbols picture baseMap baseMapBytes',
  workshops: 'list agendas running sessions groups participants knownPeople log photos photoImage evaluation',
  ballots: 'list one papers hands statements',
  results: 'of',
  room: 'state interfaces devices coFacilitators',
  paper: 'preview sheets',
  eventReports: 'get',
  certificates: 'list',
};

const known: ReadonlySet<string> = new Set(Object.entries(looks).flatMap(([subject, names]) => names.split(' ').map((name) => `${subject}.${name}`)));

/** Whether a procedure of the contract leaves the project as it is. */
export function onlyReads(path: readonly string[]): boolean {
  return known.has(path.join('.'));
}
