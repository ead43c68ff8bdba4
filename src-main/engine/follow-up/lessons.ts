import { v7 as uuidv7 } from 'uuid';
import { type Lesson, type LessonInput, lessonSchema } from '#shared/domain/follow-up.ts';
import { given } from '#shared/domain/given.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';

const emptyLesson: LessonInput = { stage: '', text: '', nextTime: '', learnedOn: null, isPublic: true };

/** What was learned, in the order of entry. */
export function listLessons(project: OpenProject): Lesson[] {
  return project
    .all(sql.selectFrom('lesson').selectAll().orderBy('id'))
    .map((row) => lessonSchema.parse({ ...row, nextTime: row.next_time, learnedOn: row.learned_on || null, isPublic: row.is_public === 1 }));
}

export function findLesson(project: OpenProject, id: string): Lesson {
  return listLessons(project).find((lesson) => lesson.id === id) ?? refuse('object/not-found');
}

export function addLesson(write: ChangeWriter, draft: Partial<LessonInput>): string {
  const id = uuidv7();
  write.run(sql.insertInto('lesson').values({ id, ...lessonColumns({ ...emptyLesson, ...given(draft) }) }));
  return id;
}

export function updateLesson(write: ChangeWriter, before: Lesson, patch: Partial<LessonInput>): void {
  write.run(
    sql
      .updateTable('lesson')
      .set(lessonColumns({ ...before, ...given(patch) }))
      .where('id', '=', before.id),
  );
}

function lessonColumns({ stage, text, nextTime, learnedOn, isPublic }: LessonInput) {
  return { stage, text, next_time: nextTime, learned_on: learnedOn ?? '', is_public: isPublic ? 1 : 0 };
}
