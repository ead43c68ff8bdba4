import { useMutation } from '@tanstack/react-query';
import type { RiskMeetingInput } from '#shared/domain/risk-meetings.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { ObjectFoot } from '../../../app/history/object-foot.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { ObjectDrawer } from '../../../ui/object-drawer.tsx';
import { SavedTextarea } from '../../../ui/saved-text.tsx';
import { FindingChoice } from '../factors/finding-choice.tsx';
import { LevelTag } from './level-tag.tsx';
import { MarkScale } from './mark-scale.tsx';
import { RestrictedPart } from './restricted-part.tsx';
import classes from './risk-matrix.module.css';
import type { Pair } from './risk-matrix.tsx';

/** A threat meets a vulnerability: how exposed, how resilient, and why the group thinks so. */
export function MeetingDrawer({ pair, onClose }: { pair: Pair | null; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <ObjectDrawer shown={pair} onClose={onClose} size="32rem" title={t('risks.matrix.drawer')}>
      {(shown) => <MeetingFields key={shown.id} pair={shown} onClose={onClose} />}
    </ObjectDrawer>
  );
}

function MeetingFields({ pair: { threat, vulnerability, meeting }, onClose }: { pair: Pair; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const rate = useMutation(queries.risks.rate.mutationOptions());
  const remove = useMutation(queries.risks.removeMeeting.mutationOptions({ onSuccess: onClose }));
  const save = (patch: Partial<RiskMeetingInput>) => rate.mutate({ threatId: threat.id, vulnerabilityId: vulnerability.id, patch });
  return (
    <div className={classes.fields}>
      <dl className={classes.pair}>
        <dt>{t('risks.matrix.threat')}</dt>
        <dd>
          <bdi>{threat.title || t('risks.untitled')}</bdi>
        </dd>
        <dt>{t('risks.matrix.meets')}</dt>
        <dd>
          <bdi>{vulnerability.title || t('risks.untitled')}</bdi>
        </dd>
      </dl>
      <div className={classes.block}>
        <MarkScale
          label={t('risks.matrix.exposure')}
          low={t('risks.matrix.exposure.low')}
          high={t('risks.matrix.exposure.high')}
          value={meeting?.exposure ?? null}
          onSave={(exposure) => save({ exposure })}
        />
        <SavedTextarea label={t('risks.matrix.exposureReason')} minRows={1} value={meeting?.reason ?? ''} onSave={(reason) => save({ reason })} />
      </div>
      <div className={classes.block}>
        <MarkScale
          label={t('risks.matrix.institution')}
          low={t('risks.matrix.resilience.low')}
          high={t('risks.matrix.resilience.high')}
          value={meeting?.institutionResilience ?? null}
          onSave={(institutionResilience) => save({ institutionResilience })}
        />
        <SavedTextarea
          label={t('risks.matrix.institutionReason')}
          minRows={1}
          value={meeting?.institutionReason ?? ''}
          onSave={(institutionReason) => save({ institutionReason })}
        />
      </div>
      <div className={classes.block}>
        <MarkScale
          label={t('risks.matrix.community')}
          low={t('risks.matrix.resilience.low')}
          high={t('risks.matrix.resilience.high')}
          value={meeting?.communityResilience ?? null}
          onSave={(communityResilience) => save({ communityResilience })}
        />
        <SavedTextarea
          label={t('risks.matrix.communityReason')}
          minRows={1}
          value={meeting?.communityReason ?? ''}
          onSave={(communityReason) => save({ communityReason })}
        />
      </div>
      <p className={classes.verdict} role="status">
        <span>{t('risks.matrix.level')}</span>
        <LevelTag level={meeting?.level ?? null} />
        <small>{t(meeting?.level ? 'risks.matrix.levelHow' : 'risks.matrix.levelMissing')}</small>
      </p>
      <FindingChoice value={meeting?.findingId ?? null} onSave={(findingId) => save({ findingId })} />
      <RestrictedPart
        note={meeting?.restrictedNote ?? ''}
        isRestricted={meeting?.isRestricted ?? false}
        onNote={(restrictedNote) => save({ restrictedNote })}
        onRestrict={(isRestricted) => save({ isRestricted })}
      />
      {meeting ? (
        <ObjectFoot
          object={{ type: 'risk_meeting', id: meeting.id, name: threat.title }}
          removeLabel={t('risks.matrix.clear')}
          onRemove={() => remove.mutate({ id: meeting.id })}
        />
      ) : null}
    </div>
  );
}
