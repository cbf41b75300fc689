// Replies while they are looked at: which are entered, and what is given to a point by hand. Pure.
import type { ReplyDraft, ReplyPoint } from '$lib/bridge/generated/wire';

export interface Reply {
  commitment: string;
  note: string;
  /** Whether it is to be entered. */
  enter: boolean;
  /** By what it was matched, in words. */
  by: string;
}

/** A point as it is called here: by its number on the sheet, where it stands there. */
export function numbered({ number, ref, title }: Pick<ReplyPoint, 'number' | 'ref' | 'title'>): string {
  return `${number === null ? '(not on that sheet)' : `${number}.`} ${ref} ${title}`;
}

/** Those to be entered. */
export function entered(replies: readonly Reply[]): ReplyDraft[] {
  return replies
    .filter((reply) => reply.enter && reply.note.trim() !== '')
    .map(({ commitment, note }) => ({ commitment, note }));
}

/** The words given to a point by hand: behind what was replied to it, or as its reply, in the order of the sheet. */
export function givenTo(
  replies: readonly Reply[],
  points: readonly ReplyPoint[],
  commitment: string,
  words: string,
): Reply[] {
  if (replies.some((reply) => reply.commitment === commitment)) {
    return replies.map((reply) =>
      reply.commitment === commitment ? { ...reply, note: `${reply.note}\n\n${words}`, enter: true } : reply,
    );
  }
  const order = new Map(points.map((point, at) => [point.commitment, at]));
  const place = (reply: Reply) => order.get(reply.commitment) ?? 0;
  return [...replies, { commitment, note: words, enter: true, by: 'by hand' }].sort(
    (a, b) => place(a) - place(b),
  );
}
