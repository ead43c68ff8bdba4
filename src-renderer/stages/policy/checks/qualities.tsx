import { SegmentedControl } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { AttributeFact, AttributeGrade, GradedAttribute } from '#shared/domain/policy-checks.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './checks.module.css';

/** The five qualities of a municipal safety plan: what the project shows of each, and how a person judges it. */
export function Qualities({ attributes }: { attributes: readonly GradedAttribute[] }) {
  const { t } = useTexts();
  return (
    <Panel title={t('checkTopic.attributes')} note={t('checks.qualities.note')} plain>
      {attributes.map((attribute) => (
        <Quality key={attribute.attribute} attribute={attribute} />
      ))}
    </Panel>
  );
}

function Quality({ attribute }: { attribute: GradedAttribute }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: grade } = useMutation(queries.policyChecks.grade.mutationOptions());
  const name = t(`attribute.${attribute.attribute}`);
  const save = (patch: Partial<AttributeGrade>) => grade({ attribute: attribute.attribute, ...patch });
  return (
    <section className={classes.quality} aria-label={name}>
      <div>
        <h3>{name}</h3>
        <p className={classes.about}>{t(`attribute.${attribute.attribute}.about`)}</p>
        <dl className={classes.facts}>
          {attribute.facts.map((fact) => (
            <Fact key={fact.code} fact={fact} />
          ))}
        </dl>
      </div>
      <div className={classes.fields}>
        <SegmentedControl
          aria-label={`${t('field.attributeGrade')}: ${name}`}
          fullWidth
          orientation="horizontal"
          value={attribute.grade === null ? '' : String(attribute.grade)}
          onChange={(value) => save({ grade: Number(value) })}
          data={['0', '1', '2', '3'].map((value) => ({ value, label: t(`attributeGrade.${value}` as TextKey) }))}
        />
        <SavedTextarea label={t('field.reason')} value={attribute.reason} onSave={(reason) => save({ reason })} />
        <SavedTextInput
          label={t('field.checkedBy')}
          description={t('checks.checkedByNote')}
          value={attribute.reviewer}
          onSave={(reviewer) => save({ reviewer })}
        />
      </div>
    </section>
  );
}

/** Codes among the names of these facts have words of their own. */
const wordsOfNames: Readonly<Partial<Record<AttributeFact['code'], string>>> = {
  'groups-covered': 'residentGroup',
  'sectors-owning': 'sector',
  'approaches-used': 'approach',
};

function Fact({ fact }: { fact: AttributeFact }) {
  const { t, formats } = useTexts();
  const group = wordsOfNames[fact.code];
  const names = fact.names.slice(0, 12).map((name) => (group ? t(`${group}.${name}` as TextKey) : `\u2068${name}\u2069`));
  const list = new Intl.ListFormat(formats.language, { type: 'conjunction' }).format(names);
  const value =
    fact.code === 'vision'
      ? t(fact.value ? 'checks.yes' : 'checks.no')
      : fact.of === null
        ? formats.count(fact.value)
        : t('checks.valueOf', { value: formats.count(fact.value), of: formats.count(fact.of) });
  return (
    <div>
      <dt>{t(`attributeFact.${fact.code}`)}</dt>
      <dd>{value}</dd>
      {names.length > 0 ? <dd className={classes.names}>{fact.code === 'areas-covered' ? t('checks.without', { names: list }) : list}</dd> : null}
    </div>
  );
}
