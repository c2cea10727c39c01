/** The API's own limit of an electronic licence, shown or presented, in characters. */
export const LONGEST_LICENCE = 65_536;
