import type { Trace, TraceableKind, TraceStep } from '#shared/domain/trace.ts';
import type { OpenProject } from '../../project/open-project.ts';
import { Carries } from './carries.ts';
import { RestsOn } from './rests-on.ts';
import { inOrder, plainStep, type Step } from './step.ts';

/** Both ways from one thing of the project. Refused as `object/not-found` where it is not there. */
export function traceOf(project: OpenProject, kind: TraceableKind, id: string): Trace {
  const down = new RestsOn(project);
  const subject = subjectOf(down, kind, id);
  const restsOn = inOrder(subject.next?.() ?? []);
  const carries = inOrder(new Carries(project, down).of(kind, id));
  return { subject: plainStep(subject, { key: '', depth: 0, isRepeat: false }), restsOn, carries, endsInClaim: isClaim(kind) && !restsOn.some(isGround) };
}

function subjectOf(down: RestsOn, kind: TraceableKind, id: string): Step {
  switch (kind) {
    case 'finding':
      return down.finding(id);
    case 'evidence':
      return down.evidence(id);
    case 'priority':
      return down.priority(id);
    case 'objective':
      return down.objective(id);
    case 'measure':
      return down.measure(id);
    case 'dataset':
      return down.dataset(id);
    case 'observation':
      return down.observation(id);
    case 'indicator':
      return down.indicator(id);
  }
}

const isClaim = (kind: TraceableKind): boolean => kind === 'finding' || kind === 'priority' || kind === 'objective' || kind === 'measure';

/** Something that can be looked up: data, a value, or evidence that names its source. */
function isGround({ kind, facts }: TraceStep): boolean {
  return kind === 'dataset' || kind === 'observation' || (kind === 'evidence' && facts.some(({ name }) => name === 'source'));
}
