import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useId } from 'react';
import type { FactInput, FigureFacts, UndefinedReason } from '#shared/domain/figure-facts.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../app/texts/texts-provider.tsx';
import classes from './figure-facts.module.css';

/** A small button beside a figure that opens how it was made. `about` names the figure for those who cannot see where the button stands. */
export function FigureFactsButton({ facts, about }: { facts: FigureFacts; about: string }) {
  const { t } = useTexts();
  const titleId = useId();
  return (
    <Popover position="bottom-end" width="min(24rem, 92vw)" shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t('figureFacts.title')}>
          <ActionIcon variant="subtle" color="gray" size="2.25rem" aria-label={t('figureFacts.open', { about })}>
            <IconInfoCircle size="1.15rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={titleId}>
        <FigureFactsText facts={facts} titleId={titleId} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** The same as text, where it should stand open. */
export function FigureFactsText({ facts, titleId }: { facts: FigureFacts; titleId?: string }) {
  const { t, formats } = useTexts();
  const method = facts.method;
  return (
    // Longer facts scroll, and scrolling must be possible by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolling by arrow keys needs focus
    <section className={classes.facts} aria-label={t('figureFacts.title')} tabIndex={0}>
      <h3 id={titleId}>{t(`method.${method}.name`)}</h3>
      {facts.undefinedReason ? <p>{t(`undefined.${facts.undefinedReason}`)}</p> : null}
      <p>{t(`method.${method}.explanation`)}</p>
      <div className={classes.formula}>{t(`method.${method}.formula`)}</div>
      {facts.inputs.length > 0 ? <FactList title={t('figureFacts.inputs')} entries={facts.inputs} /> : null}
      <dl className={classes.list}>
        <dt>{t('figureFacts.n')}</dt>
        <dd>{formats.count(facts.n)}</dd>
        <dt>{t('figureFacts.missing')}</dt>
        <dd>{facts.missing === null ? t('figureFacts.missingUnknown') : formats.count(facts.missing)}</dd>
      </dl>
      {facts.params.length > 0 ? <FactList title={t('figureFacts.params')} entries={facts.params} /> : null}
      <div>
        <div className={classes.part}>{t('figureFacts.sources')}</div>
        {facts.sources.length === 0 ? <p>{t('figureFacts.noSource')}</p> : null}
        {facts.sources.map((source) => (
          <p key={`${source.name} ${source.publishedOn}`} dir="auto">
            {[
              source.name,
              source.publishedOn ? t('figureFacts.publishedOn', { day: formats.day(source.publishedOn) }) : null,
              source.grade ? t('figureFacts.grade', { grade: source.grade, words: t(`quality.${source.grade}`) }) : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        ))}
      </div>
      <p>
        {t('figureFacts.version', { version: facts.version })}
        {facts.seed === null ? null : ` · ${t('figureFacts.seed', { seed: facts.seed })}`}
      </p>
    </section>
  );
}

function FactList({ title, entries }: { title: string; entries: readonly FactInput[] }) {
  const { t } = useTexts();
  const shown = useFactValue();
  return (
    <div>
      <div className={classes.part}>{title}</div>
      <dl className={classes.list}>
        {entries.map((entry, index) => (
          // Two inputs may share a name (an earlier and a later rate); their order never changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed once shown
          <FactRow key={index} label={t(`factInput.${entry.key}`)} value={shown(entry)} />
        ))}
      </dl>
    </div>
  );
}

function FactRow({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd dir="auto">{value}</dd>
    </>
  );
}

const keyMark = 'key:';

function useFactValue(): (entry: FactInput) => string {
  const { t, formats } = useTexts();
  return ({ value, unit }) => {
    if (value === null) return '–';
    if (typeof value === 'string') return value.startsWith(keyMark) ? t(value.slice(keyMark.length) as TextKey) : value;
    const number = unit === 'share' ? formats.percent(value, 1) : Number.isInteger(value) ? formats.count(value) : formats.decimal(value, digitsOf(value));
    return unit && unit !== 'share' ? t('figureFacts.withUnit', { value: number, unit: t(`factUnit.${unit}`) }) : number;
  };
}

/** Small figures keep more decimals, so that a factor of 0.0031 does not become nothing. */
function digitsOf(value: number): number {
  const size = Math.abs(value);
  return size >= 100 ? 1 : size >= 1 ? 2 : 4;
}

/** A dash that says why there is no figure, on hover, focus and touch. */
export function UndefinedFigure({ reason }: { reason: UndefinedReason }) {
  const { t } = useTexts();
  const words = t(`undefined.${reason}`);
  return (
    <Tooltip label={words} multiline maw="20rem">
      <button type="button" className={classes.dash} aria-label={words}>
        –
      </button>
    </Tooltip>
  );
}
