import { describe, expect, it } from 'vitest';
import { Latest } from './latest';

/** A core that answers when it is told to. */
function slow() {
  const asked: { question: string; answer: () => void; fail: () => void }[] = [];
  const heard: string[] = [];
  const latest = new Latest<string, string>(
    (question) =>
      new Promise((answer, fail) =>
        asked.push({ question, answer: () => answer(question), fail: () => fail(new Error(question)) }),
      ),
    (answer) => heard.push(answer),
    (_, question) => heard.push(`no ${question}`),
  );
  return { asked, heard, latest };
}
const soon = () => new Promise((done) => setTimeout(done));

describe('Latest', () => {
  it('asks the first and the last of what is typed meanwhile, and hears only the last', async () => {
    const { asked, heard, latest } = slow();
    latest.ask('c');
    await soon();
    latest.ask('cy');
    latest.ask('cyb');
    asked[0]?.answer();
    await soon();
    expect(asked.map((a) => a.question)).toEqual(['c', 'cyb']);
    expect(heard).toEqual([]);
    asked[1]?.answer();
    await latest.settled();
    expect(heard).toEqual(['cyb']);
    expect(latest.waiting).toBe(false);
  });

  it('goes on after a refusal, and forgets what was dropped', async () => {
    const { asked, heard, latest } = slow();
    latest.ask('a');
    await soon();
    asked[0]?.fail();
    await latest.settled();
    latest.ask('b');
    await soon();
    latest.drop();
    asked[1]?.answer();
    await latest.settled();
    expect(heard).toEqual(['no a']);
  });
});
