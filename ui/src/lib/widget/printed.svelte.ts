// What every sheet of paper says beneath its title, whatever is printed: that it shows a past day, as the screen does.

class Printed {
  /** Empty where there is nothing to say. */
  note = $state('');
}

export const printed = new Printed();
