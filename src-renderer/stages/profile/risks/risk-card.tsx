import { ActionIcon, MultiSelect, SegmentedControl, Tooltip } from '@mantine/core';
import { IconChevronDown, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import type { Risk, RiskInput } from '#shared/domain/findings.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { useAreas } from '../use-areas.ts';
import { RestrictedMark } from './restricted-part.tsx';
import { RiskFacts } from './risk-facts.tsx';
import classes from './risks.module.css';

/** One threat or vulnerability: a line, and all that is known about it when opened. */
export function RiskCard({ risk, isOpen, onToggle }: { risk: Risk; isOpen: boolean; onToggle: () => void }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.risks.update.mutationOptions());
  const remove = useMutation(queries.risks.remove.mutationOptions());
  const { ask, dialog } = useConfirm();
  const book = useAreas();
  const bodyId = useId();
  const save = (patch: Partial<RiskInput>) => update.mutate({ id: risk.id, patch });
  const places = risk.areaIds.map((id) => book.nameOf(id)).filter(Boolean);
  const title = risk.title || t('risks.untitled');
  const facts = [
    risk.kind === 'threat' ? t(`risks.origin.${risk.origin}`) : '',
    places.length > 3 ? t('risks.places', { count: places.length, number: formats.count(places.length) }) : places.join(', '),
  ].filter(Boolean);

  return (
    <article className={classes.card} aria-label={title}>
      <div className={classes.line}>
        <button type="button" className={classes.toggle} onClick={onToggle} aria-expanded={isOpen} aria-controls={bodyId}>
          <IconChevronDown size="1.1rem" stroke={1.8} aria-hidden className={classes.chevron} data-open={isOpen || undefined} />
          <span className={classes.title}>
            <bdi>{title}</bdi>
            {facts.length > 0 ? <small>{facts.join(' · ')}</small> : null}
          </span>
          {risk.isRestricted || risk.restrictedNote !== '' ? <RestrictedMark /> : null}
          {risk.source === '' ? <small className={classes.missing}>{t('risks.noSource')}</small> : null}
        </button>
        <Tooltip label={t('action.remove')}>
          <ActionIcon
            color="red"
            aria-label={`${t('action.remove')}: ${title}`}
            onClick={() =>
              ask({
                title: t('risks.remove.title', { title }),
                body: t('risks.remove.body'),
                action: t('action.remove'),
                onConfirm: () => remove.mutate({ id: risk.id }),
              })
            }
          >
            <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {isOpen ? (
        <div className={classes.body} id={bodyId}>
          <SavedTextInput label={t('risks.title')} value={risk.title} onSave={(value) => save({ title: value })} />
          <SavedTextarea
            label={t('risks.description')}
            description={t(`risks.${risk.kind}.hint`)}
            value={risk.description}
            onSave={(description) => save({ description })}
          />
          {risk.kind === 'threat' ? (
            <SegmentedControl
              aria-label={t('risks.origin')}
              value={risk.origin}
              onChange={(origin) => save({ origin: origin as Risk['origin'] })}
              data={[
                { value: 'local', label: t('risks.origin.local') },
                { value: 'external', label: t('risks.origin.external') },
              ]}
            />
          ) : null}
          <MultiSelect
            label={t('risks.areas')}
            placeholder={risk.areaIds.length === 0 ? t('explore.filter.wholeCity') : ''}
            data={book.options.map((layer) => ({ group: layer.group, items: [...layer.items] }))}
            value={risk.areaIds}
            onChange={(areaIds) => save({ areaIds })}
            searchable
            clearable
            limit={100}
          />
          <SavedTextInput label={t('risks.source')} placeholder={t('risks.source.placeholder')} value={risk.source} onSave={(source) => save({ source })} />
          <RiskFacts risk={risk} save={save} />
        </div>
      ) : null}
      {dialog}
    </article>
  );
}
