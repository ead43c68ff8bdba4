import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type IndicatorKnowledge, knowledgeQuestions, type MonitorSlot, type MonitorTheme, monitorThemes } from '#shared/domain/indicators.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import { useAreas } from '../use-areas.ts';
import classes from './indicators.module.css';
import { periodText, shownText } from './observation-words.ts';
import type { IndicatorBook } from './use-indicators.ts';

/** One slot: its name (published, or the city's), what is linked to it and what is known of that. */
export function MonitorSlotCard({ slot, book, knowledge }: { slot: MonitorSlot; book: IndicatorBook; knowledge: readonly IndicatorKnowledge[] }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const set = useMutation(queries.indicators.setSlot.mutationOptions());
  const { nameOf } = useAreas();
  const save = (patch: Partial<Pick<MonitorSlot, 'theme' | 'name' | 'indicatorCodes'>>) => set.mutate({ slot: slot.slot, patch });
  const name = slot.isConfirmed ? t(`monitorSlot.${slot.slot}` as TextKey) : slot.name || t('monitor.name.empty');
  const withValue = slot.indicatorCodes.filter((code) => book.cellsOf(code).some((cell) => cell.shown !== null)).length;
  return (
    <li className={classes.slot}>
      <div>
        <h3 dir="auto">{name}</h3>
        <small>
          <bdi>{slot.slot}</bdi> ·{' '}
          <bdi>{slot.indicatorCodes.length === 0 ? t('monitor.noLinks') : t('monitor.known', { known: withValue, all: slot.indicatorCodes.length })}</bdi>
        </small>
      </div>
      {slot.isConfirmed ? null : (
        <>
          <SavedTextInput label={`${t('monitor.name')} (${slot.slot})`} value={slot.name} onSave={(value) => save({ name: value })} />
          <Select
            aria-label={t('monitor.theme', { slot: slot.slot })}
            placeholder={t('indicators.theme')}
            data={monitorThemes.map((theme) => ({ value: theme, label: t(`indicators.theme.${theme}`) }))}
            value={slot.theme}
            onChange={(theme) => save({ theme: theme as MonitorTheme | null })}
            clearable
          />
        </>
      )}
      {slot.indicatorCodes.length > 0 ? (
        <ul className={classes.linked}>
          {slot.indicatorCodes.map((code) => {
            const newest = book.newestOf(code) ?? book.cellsOf(code).find((cell) => cell.shown !== null);
            const definition = book.definitionOf(code);
            const known = knowledge.find((one) => one.indicatorCode === code);
            const answers = known ? knowledgeQuestions.map((question) => t(`knowledge.${known[question]}`)).join(' · ') : '';
            return (
              <li key={code}>
                <div>
                  <Link to="/profile/indicators/$code" params={{ code }} className={classes.link}>
                    <bdi>{definition?.name ?? code}</bdi>
                  </Link>
                  {newest ? (
                    <small className={classes.rule} dir="auto">
                      {[definition?.unit, newest.breakdown, nameOf(newest.areaId)].filter(Boolean).join(' · ')}
                    </small>
                  ) : null}
                  {answers ? <small className={classes.rule}>{answers}</small> : null}
                </div>
                <span className={newest ? undefined : classes.faint}>
                  {newest ? `${shownText({ t, formats }, newest.shown)} (${periodText({ formats }, newest)})` : '–'}
                </span>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`${t('monitor.unlink')}: ${code}, ${slot.slot}`}
                  onClick={() => save({ indicatorCodes: slot.indicatorCodes.filter((other) => other !== code) })}
                >
                  <IconX size="0.95rem" stroke={1.8} aria-hidden />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      ) : null}
      <Select
        aria-label={t('monitor.linkedOf', { slot: slot.slot })}
        placeholder={t('monitor.link')}
        data={book.definitions
          .filter((definition) => !slot.indicatorCodes.includes(definition.code))
          .map((definition) => ({ value: definition.code, label: `${definition.code} · ${definition.name}` }))}
        value={null}
        onChange={(code) => code && save({ indicatorCodes: [...slot.indicatorCodes, code] })}
        searchable
        limit={60}
      />
    </li>
  );
}
