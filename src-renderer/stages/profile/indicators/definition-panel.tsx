import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { IndicatorDefinition } from '#shared/domain/indicators.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './indicators.module.css';
import { OwnDefinitionForm, OwnIndicatorDrawer } from './own-indicator-drawer.tsx';
import type { IndicatorBook } from './use-indicators.ts';

/** The definition in full: what ships is read, what is the city's own is written here. */
export function DefinitionPanel({ definition, book }: { definition: IndicatorDefinition; book: IndicatorBook }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const navigate = useNavigate();
  const gap = (useQuery(queries.indicators.gaps.queryOptions()).data ?? []).find((one) => one.code === definition.code);
  const [isFilling, setFilling] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const mayFill = (definition.isSlot || definition.frameworkId === 'own') && !definition.ownId;
  const list = (words: readonly string[]) => words.join(', ');
  return (
    <Panel
      title={t('indicators.one.definition')}
      actions={
        mayFill ? (
          <Button variant="default" size="xs" onClick={() => setFilling(true)}>
            {t(definition.isSlot ? 'indicators.slot.fill' : 'indicators.own.edit')}
          </Button>
        ) : definition.ownId ? (
          <Button variant="default" size="xs" onClick={() => setEditing(!isEditing)} aria-expanded={isEditing}>
            {t('indicators.own.edit')}
          </Button>
        ) : undefined
      }
    >
      {definition.isSlot && !definition.ownId ? <Notice>{t('indicators.slot.note')}</Notice> : null}
      {isEditing && definition.ownId ? (
        <OwnDefinitionForm id={definition.ownId} isSlot={definition.isSlot} onRemoved={() => void navigate({ to: '/profile/indicators' })} />
      ) : (
        <dl className={classes.facts}>
          <Fact term={t('indicators.one.definition')} isWide>
            {definition.explanation}
          </Fact>
          <Fact term={t('indicators.one.caveat')} isWide>
            {definition.caveat}
          </Fact>
          <Fact term={t('indicators.one.numerator')}>{definition.numerator}</Fact>
          <Fact term={t('indicators.one.denominator')}>{definition.denominator}</Fact>
          <Fact term={t('indicators.one.period')}>{definition.referencePeriod}</Fact>
          <Fact term={t('indicators.one.population')}>{definition.population}</Fact>
          <Fact term={t('indicators.one.required')}>{list(definition.requiredBreakdowns)}</Fact>
          <Fact term={t('indicators.one.optional')}>{list(definition.optionalBreakdowns)}</Fact>
          <Fact term={t('indicators.one.from')}>{definition.sourceWords || t(`sourceType.${definition.sourceType}`)}</Fact>
          <Fact term={t('indicators.one.custodian')}>{definition.custodian}</Fact>
          <Fact term={t('indicators.one.method')}>
            {[
              definition.methodSection ? t('indicators.one.method.section', { section: definition.methodSection }) : '',
              definition.intervalMethod ? t(`indicators.method.${definition.intervalMethod}`) : '',
            ]
              .filter(Boolean)
              .join('; ')}
          </Fact>
          <Fact term={t('indicators.theme')}>{list(definition.themes.map((theme) => t(`indicators.theme.${theme}`)))}</Fact>
          <Fact term={t('indicators.one.outcomes')}>{list(definition.outcomes.map((outcome) => t(`indicators.outcome.${outcome}`)))}</Fact>
          <Fact term={t('indicators.one.flows')}>{list(definition.flows.map((flow) => t(`indicators.flow.${flow}`)))}</Fact>
          <Fact term={t('indicators.one.agenda')}>{t(`indicators.agenda.${definition.urbanAgenda}`)}</Fact>
          {definition.rule ? (
            <Fact term={t('factInput.rule')} isWide>
              {definition.rule}
              {gap ? <span className={classes.warning}>{t(`indicatorMissing.${gap.reason}`)}</span> : null}
            </Fact>
          ) : null}
          {definition.versions.length > 1 ? (
            <Fact term={t('indicators.one.versions')} isWide>
              <ul className={classes.stack}>
                {definition.versions.map((version) => (
                  <li key={version.version}>
                    <strong>
                      <bdi>
                        {version.validFrom
                          ? t('indicators.one.versionSpan', {
                              version: version.version,
                              from: version.validFrom,
                              to: version.validTo ?? t('indicators.one.versionNow'),
                            })
                          : version.version}
                      </bdi>
                    </strong>{' '}
                    {version.note}
                  </li>
                ))}
              </ul>
            </Fact>
          ) : null}
          {definition.mappings.length > 0 ? (
            <Fact term={t('indicators.one.mappings')} isWide>
              <ul className={classes.stack}>
                {definition.mappings.map(({ code, strength }) => (
                  <li key={code}>
                    <MappingLink code={code} book={book} /> ({t(`indicators.one.mapping.${strength}`)})
                  </li>
                ))}
              </ul>
            </Fact>
          ) : null}
          <Fact term={t('indicators.definition')} isWide>
            {[
              t('indicators.one.smallest', { count: definition.smallestCount }),
              definition.isInVictimSurvey ? t('indicators.one.vic') : '',
              definition.isIsoRelated ? t('indicators.one.iso') : '',
              definition.multiplier ? `× ${formats.count(definition.multiplier)}` : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </Fact>
        </dl>
      )}
      {isFilling ? <OwnIndicatorDrawer code={definition.code} onClose={() => setFilling(false)} /> : null}
    </Panel>
  );
}

/** A term and what is said of it; nothing where nothing is known. */
function Fact({ term, isWide = false, children }: { term: string; isWide?: boolean; children: ReactNode }) {
  if (children === '' || children === null) return null;
  return (
    <div className={isWide ? classes.wide : undefined}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const publishedSlots = ['USM-01', 'USM-02', 'USM-03', 'USM-04', 'USM-05'] as const;

function MappingLink({ code, book }: { code: string; book: IndicatorBook }) {
  const { t } = useTexts();
  const definition = book.definitionOf(code);
  const slot = publishedSlots.find((known) => known === code);
  if (slot)
    return (
      <Link to="/profile/monitor" className={classes.link}>
        <bdi>{`${slot} · ${t(`monitorSlot.${slot}`)}`}</bdi>
      </Link>
    );
  if (!definition) return <bdi>{code}</bdi>;
  return (
    <Link to="/profile/indicators/$code" params={{ code }} className={classes.link}>
      <bdi>{`${code} · ${definition.name}`}</bdi>
    </Link>
  );
}
