import type { HotSpots } from '#shared/domain/patterns.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { UndefinedFigure } from '../../../ui/figure-facts.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../../ui/stat.tsx';
import { EvidenceButton, keptFigure } from '../evidence/evidence-button.tsx';
import type { ExploreScope } from '../explore/use-explore-data.ts';
import classes from './patterns.module.css';

/** From here on places that were hot caught clearly more than their share (convention). */
const heldFrom = 2;

/** Whether places that were hot in the earlier half of the days still were in the later one: the worth of a map for planning ahead. */
export function CheckPanel({ scope, check }: { scope: ExploreScope; check: HotSpots['check'] }) {
  const { t, formats } = useTexts();
  const { pai, rri, facts } = check;
  const title = t('patterns.check.title');
  const reason = facts.undefinedReason ?? 'too-few';
  const message =
    pai === null
      ? t(`undefined.${reason}`)
      : t(pai >= heldFrom ? 'patterns.check.held' : pai > 1 ? 'patterns.check.little' : 'patterns.check.not', {
          share: formats.percent(check.laterShare),
          surface: formats.percent(check.surfaceShare, 1),
        });
  const rows = [
    [t('patterns.check.pai'), formats.decimal(pai)],
    [t('patterns.check.rri'), formats.decimal(rri, 2)],
  ];
  return (
    <Panel
      title={title}
      note={message}
      actions={
        <EvidenceButton
          about={title}
          scope={scope}
          sentence={message}
          figure={keptFigure({ columns: [{ label: t('patterns.measure') }, { label: t('factInput.value'), isNumber: true }], rows }, facts)}
        />
      }
    >
      <StatRow>
        <Stat
          value={pai === null ? <UndefinedFigure reason={reason} /> : formats.decimal(pai)}
          label={t('patterns.check.pai')}
          note={t('patterns.check.paiNote')}
        />
        <Stat
          value={rri === null ? <UndefinedFigure reason={reason} /> : formats.decimal(rri, 2)}
          label={t('patterns.check.rri')}
          note={t('patterns.check.rriNote')}
        />
      </StatRow>
      {check.earlier && check.later ? (
        <p className={classes.steps}>
          {t('patterns.check.periods', {
            earlierFrom: formats.day(check.earlier.from),
            earlierTo: formats.day(check.earlier.to),
            laterFrom: formats.day(check.later.from),
            laterTo: formats.day(check.later.to),
          })}
        </p>
      ) : null}
    </Panel>
  );
}
