import { conveningActs, meetingActs, meetingAnswerActs } from "./meeting.ts";

/** What is done about meetings, by whoever calls them and by whoever is called. */
export const actsTogether = { ...meetingActs, ...meetingAnswerActs, ...conveningActs };
