import { IconAlertTriangle, IconArrowRight, IconCircleCheck, IconCircleDashed, IconExclamationCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { groupBy } from '#shared/domain/group-by.ts';
import { type CheckTopic, checkTopics, type PolicyCheck } from '#shared/domain/policy-checks.ts';
import { checkTitle } from '#shared/i18n/check-words.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './checks.module.css';

/**
 * Every topic with its light, and what does not hold, each with the way to the place where it is put right. A topic of `unseen` has nothing to
 * look at yet: no remark there is not praise.
 */
export function CheckList({ checks, unseen, onGo }: { checks: readonly PolicyCheck[]; unseen: ReadonlySet<CheckTopic>; onGo: (topic: CheckTopic) => void }) {
  const { t } = useTexts();
  const byTopic = groupBy(checks, ({ topic }) => topic);
  return (
    <Panel title={t('checks.list')} plain>
      <ul className={classes.topics}>
        {checkTopics.map((topic) => (
          <Topic key={topic} topic={topic} checks={byTopic.get(topic) ?? []} isUnseen={unseen.has(topic)} onGo={onGo} />
        ))}
      </ul>
    </Panel>
  );
}

const lights = { none: IconCircleDashed, red: IconExclamationCircle, amber: IconAlertTriangle, green: IconCircleCheck };

function Topic({ topic, checks, isUnseen, onGo }: { topic: CheckTopic; checks: readonly PolicyCheck[]; isUnseen: boolean; onGo: (topic: CheckTopic) => void }) {
  const { t } = useTexts();
  const light = checks.some((check) => check.light === 'red') ? 'red' : checks.length > 0 ? 'amber' : isUnseen ? 'none' : 'green';
  const Icon = lights[light];
  const head = (
    <>
      <span className={classes.light} data-light={light}>
        <Icon size="1.25rem" stroke={1.8} aria-hidden />
        {light === 'none' ? null : <span className="visually-hidden">{t(`checks.light.${light}`)}:</span>}
      </span>
      <span className={classes.topic}>{t(`checkTopic.${topic}`)}</span>
      <span className={classes.count}>
        {light === 'none' ? t('checks.notYet') : light === 'green' ? t('checks.fine') : t('checks.open', { count: checks.length })}
      </span>
    </>
  );
  if (checks.length === 0) return <li className={classes.fine}>{head}</li>;
  return (
    <li>
      <details open={light === 'red'}>
        <summary className={classes.summary}>{head}</summary>
        {[...groupBy(checks, ({ code }) => code)].map(([code, own]) => (
          <section key={code} className={classes.code} aria-label={t(`check.${code}`)}>
            <p className={classes.says} data-light={own[0]?.light}>
              {t(`check.${code}` as TextKey)}
            </p>
            <ul className={classes.places}>
              {own.map((check) => (
                <li key={`${check.objectId}${check.title}`}>
                  <Place check={check} onGo={onGo} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </details>
    </li>
  );
}

function Place({ check, onGo }: { check: PolicyCheck; onGo: (topic: CheckTopic) => void }) {
  const { t } = useTexts();
  const words = checkTitle(t, check) || t(check.objectKind === 'policy' ? 'checks.wholePolicy' : 'policy.untitled');
  const inside = (
    <>
      <bdi>{words}</bdi>
      <IconArrowRight size="1rem" stroke={1.7} aria-hidden className={classes.arrow} />
    </>
  );
  if (check.to.path === '/policy/checks') {
    return (
      <button type="button" className={classes.go} onClick={() => onGo(check.topic)}>
        {inside}
      </button>
    );
  }
  return (
    <Link to={check.to.path} search={check.to.object ? { object: check.to.object } : {}} className={classes.go}>
      {inside}
    </Link>
  );
}
