/** 会商: how many units are called to a meeting besides the one that calls it. */
export const mostConvened = 8;

/** How often units are called together at a step. */
export const mostMeetings = 2;
