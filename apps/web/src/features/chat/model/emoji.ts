/** A small choice of emoji with the words they are found by; not the whole of Unicode, which weighs more than the rest of chat. */
export const emojiGroups: readonly { label: string; emoji: readonly (readonly [string, string])[] }[] = [
  {
    label: 'Often used',
    emoji: [['👍', 'thumbs up yes agree'], ['👎', 'thumbs down no'], ['❤️', 'heart love'], ['🎉', 'party celebrate done'], ['😂', 'laugh tears joy'], ['🙏', 'thanks please'], ['👀', 'eyes looking'], ['✅', 'check done'], ['🚀', 'rocket launch ship'], ['🔥', 'fire hot'], ['💯', 'hundred'], ['👏', 'clap bravo']],
  },
  {
    label: 'Faces',
    emoji: [['🙂', 'smile'], ['😀', 'grin happy'], ['😅', 'sweat relief'], ['😉', 'wink'], ['😊', 'blush'], ['😍', 'love eyes'], ['🤔', 'think hmm'], ['😐', 'neutral'], ['😕', 'confused'], ['😬', 'grimace'], ['😢', 'cry sad'], ['😭', 'sob'], ['😡', 'angry'], ['😱', 'scream shock'], ['🤯', 'mind blown'], ['😴', 'sleep tired'], ['🤒', 'ill sick'], ['🥳', 'party face'], ['😎', 'cool'], ['🤗', 'hug'], ['🫡', 'salute'], ['🤷', 'shrug'], ['🤦', 'facepalm'], ['🙈', 'see no evil']],
  },
  {
    label: 'Hands and people',
    emoji: [['👋', 'wave hello bye'], ['🙌', 'hooray raised hands'], ['🤝', 'handshake deal'], ['💪', 'strong muscle'], ['🤞', 'fingers crossed luck'], ['👌', 'ok'], ['✌️', 'peace'], ['☝️', 'point up'], ['👇', 'down below'], ['👉', 'right'], ['✍️', 'write sign'], ['🧑‍💻', 'developer computer']],
  },
  {
    label: 'Work',
    emoji: [['📌', 'pin'], ['📎', 'clip file'], ['📝', 'note memo'], ['📅', 'calendar date'], ['⏰', 'alarm time'], ['⏳', 'wait hourglass'], ['📞', 'phone call'], ['📧', 'mail'], ['💬', 'chat speech'], ['📣', 'announce'], ['📈', 'up growth'], ['📉', 'down'], ['💰', 'money'], ['🧾', 'receipt invoice'], ['🔒', 'lock'], ['🔑', 'key'], ['🛠️', 'tools build'], ['🐛', 'bug'], ['💡', 'idea'], ['🎯', 'target goal'], ['🏁', 'finish'], ['🔗', 'link'], ['📦', 'package'], ['🖼️', 'picture']],
  },
  {
    label: 'Signs and things',
    emoji: [['❌', 'no wrong cross'], ['⚠️', 'warning'], ['❓', 'question'], ['❗', 'important'], ['➕', 'plus add'], ['🟢', 'green'], ['🟡', 'yellow'], ['🔴', 'red'], ['⭐', 'star'], ['✨', 'sparkles'], ['☕', 'coffee'], ['🍕', 'pizza'], ['🍰', 'cake'], ['🍻', 'beer cheers'], ['🌞', 'sun'], ['🌧️', 'rain'], ['🏠', 'home'], ['✈️', 'plane travel'], ['🎂', 'birthday'], ['🎁', 'gift'], ['🏆', 'trophy win'], ['⚽', 'football']],
  },
];

/** For the quick row under a message. */
export const quickEmoji: readonly string[] = ['👍', '❤️', '🎉', '👀', '✅'];

/** All whose words begin with what was typed, in order. */
export function findEmoji(term: string): readonly string[] {
  const wanted = term.trim().toLowerCase();
  if (!wanted) return [];
  return emojiGroups.flatMap(({ emoji }) => emoji.filter(([, words]) => words.split(' ').some((word) => word.startsWith(wanted)) || words.startsWith(wanted)).map(([sign]) => sign));
}
