import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './data.module.css';

/** Ways of reading that were kept under a name: renamed in place, removed where no longer wanted. */
export function SavedRecipes() {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const recipes = useQuery(queries.imports.recipes.queryOptions()).data ?? [];
  const rename = useMutation(queries.imports.renameRecipe.mutationOptions());
  const remove = useMutation(queries.imports.removeRecipe.mutationOptions());
  const { ask, dialog } = useConfirm();
  if (recipes.length === 0) return null;
  return (
    <Panel title={t('data.recipes.title')} note={t('data.recipes.note')}>
      <ul className={classes.recipes}>
        {recipes.map((recipe) => (
          <li key={recipe.id}>
            <SavedTextInput
              aria-label={t('data.recipes.name')}
              value={recipe.name}
              onSave={(name) => name.trim() && rename.mutate({ id: recipe.id, name: name.trim() })}
            />
            <span className={classes.faint}>
              {t('data.recipes.facts', {
                kind: t(`import.kind.${recipe.recipe.kind}`),
                columns: formats.count(recipe.columns.length),
                at: formats.instant(recipe.usedAt),
              })}
            </span>
            <Tooltip label={t('action.remove')}>
              <ActionIcon
                color="red"
                aria-label={`${t('action.remove')}: ${recipe.name}`}
                onClick={() =>
                  ask({
                    title: t('data.recipes.removeTitle', { name: recipe.name }),
                    body: t('data.recipes.removeBody'),
                    action: t('action.remove'),
                    onConfirm: () => remove.mutate({ id: recipe.id }),
                  })
                }
              >
                <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
      </ul>
      {dialog}
    </Panel>
  );
}
