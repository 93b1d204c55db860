/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-scenario.h"
#include "ys-severity.h"
#include "ys-shape.h"
#include "ys-simulate.h"
#include "ys-stream.h"

G_BEGIN_DECLS

/* Trials worked out together. Small enough that the columns of an alternative stay in the cache. */
#define YS_BLOCK 256

typedef enum
{
  YS_SPACE_NONE,
  YS_SPACE_CONSTANT,    /* one number for all trials */
  YS_SPACE_SHARED,      /* assumptions */
  YS_SPACE_SHARED_EACH, /* assumptions that differ from period to period: a column for each */
  YS_SPACE_LOCAL,       /* of the alternative that is being worked out; the next one overwrites them */
} YsSpace;

/**
 * YsRegister:
 *
 * Where a quantity lives in a workspace: a column of YS_BLOCK numbers, one a trial.
 */
typedef struct
{
  YsSpace  space;
  gboolean by_period; /* whether it differs from period to period */
  gsize    index;     /* of the column in its space */
} YsRegister;

typedef enum
{
  YS_CODE_DRAW,    /* to ← draw number draw */
  YS_CODE_TOSS,    /* to ← 1 if toss number draw is below a, else 0 */
  YS_CODE_CLAMP,   /* to ← a kept between 0 and 1 */
  YS_CODE_FLOOR,   /* to ← a, at least 0 */
  YS_CODE_POWER,   /* to ← a to the power of k */
  YS_CODE_GROWTH,  /* to ← 1 + a, at least 0 */
  YS_CODE_SCALED,  /* to ← a + k × b */
  YS_CODE_FORMULA, /* to ← a op b op c */
  YS_CODE_HOLD,    /* to ← k */
} YsCode;

typedef struct
{
  YsCode      code;
  int         op;       /* YS_CODE_FORMULA: a YsOp */
  YsRegister  to;
  YsRegister  a;
  YsRegister  b;
  YsRegister  c;
  double      k;
  gsize       draw;     /* YS_CODE_DRAW: which draw; YS_CODE_TOSS: which toss */
  const char *what;     /* set where a formula ends: whom to name when it has no value */
  int         row;
} YsInstruction;

/* One quantity that is drawn once a trial. */
typedef struct
{
  YsStream    stream;
  int         alternative; /* index of the only one it can move; −1: any */
  YsCurve     curve;
  double      split;      /* chance that the same draws say: 0 where it does not happen; 0: it always does */
  gboolean    tossed_apart; /* … but another operation makes that of them: the draw itself is never left out */
  gboolean    correlated;
  YsRegister  score;    /* correlated: the column of its normal scores */
  char       *id;       /* assumption, or alternative/line/field */
  char       *name;
} YsDraw;

/* A set of assumptions that move together: scores = root × independent scores. */
typedef struct
{
  gsize    n;
  gsize   *draws;       /* [n] */
  double  *root;        /* [n × n] */
} YsCopula;

/* One number that the scenario rests on, in an adjustable program: the operation that yields it. */
typedef struct
{
  char     *id;          /* assumption, or alternative/line/field */
  int       alternative; /* whose operation: an index, or −1: everybody's */
  gsize     step;        /* its place in once */
  gboolean  is_toss;     /* a chance: the operation yields 1 or 0, not the chance itself */
} YsProgramInput;

/* Lines of an alternative whose cash is told apart from the others' nowhere: one ledger for all. */
typedef struct
{
  YsSide   side;
  gboolean taxed;
  gboolean is_resale;
  gboolean forward;
  int      driver;               /* index, −1: none */
} YsProgramGroup;

/* One line, ready to be worked out. */
typedef struct
{
  const YsLine *line;
  gsize         group;           /* index among the alternative's */
  int           first;
  int           last;
  double       *weights;         /* [n_periods + 1] ramp × value of the period; 0 where there is no cash */
  gsize         each_from;       /* its share of the alternative's operations for every period … */
  gsize         each_to;         /* … up to before this one */
  YsRegister    amount;
  YsRegister    happens;
  YsRegister    step;            /* growth from one period to the next */
  YsRegister    base;            /* growth of a year, where it differs from period to period */
  YsRegister    kept;            /* capital: happens × amount, remembered for its depreciation */
  double       *write_off;       /* [n_periods + 1] capital: share of what was paid written off in each period */
  double       *write_off_less;  /* [n_periods + 1] … less this much for the residual value [currency] */
  double        book;            /* share of what was paid left in the books when it is sold … */
  double        book_less;       /* … and the same for the residual value */
  gboolean      taxes_books;     /* resale: the one that takes the book value */
  YsRegister    rate;            /* events: expected number in a period */
  YsRegister    loss;            /* events: one value for all events of a trial … */
  YsCurve       loss_curve;      /* … or a curve drawn for each event */
  gboolean      has_loss_curve;
  YsSeverity   *severity;        /* (nullable): where there may be too many events to draw each loss */
  YsRegister    fewer;           /* events: avoided with this chance … (nowhere: none of them is) */
  YsRegister    smaller;         /* … else by this share */
  YsStream     *counts;          /* [n_periods + 1] events: how many in each period */
  guint64       event_key;       /* … and how large each one is */
  gboolean      delayed;         /* moves with the what-if's later start */
  gboolean      steady;          /* nothing but growth changes it from period to period … */
  gboolean      even;            /* … and its weights are the same in all its periods */
  gboolean      certain;         /* the same in all trials */
} YsProgramLine;

typedef struct
{
  const YsAlternative *alternative;
  GArray              *once;     /* (element-type YsInstruction) */
  GArray              *each;     /* (element-type YsInstruction) for every period */
  GArray              *lines;    /* (element-type YsProgramLine) */
  GArray              *groups;   /* (element-type YsProgramGroup) */
  gsize                first_group; /* number of its first group among all groups of the program */
  guint8              *rests;    /* [n_assumptions] whether anything of it rests on them, be it through others */
  gsize                n_assumptions;
  double              *discount; /* [n_periods + 1] */
  double               rate;     /* per year */
} YsProgramAlternative;

/**
 * YsProgram:
 *
 * A scenario compiled to flat lists of operations on columns. Immutable; threads share one and have
 * a workspace each.
 */
typedef struct
{
  YsScenario           *scenario;
  guint64               seed;
  gsize                 n_periods;      /* number of the last period */
  gboolean              certain;        /* nothing is drawn: one trial says it all */
  YsCurve               standard;       /* the standard normal */
  YsPertFamily         *pert_family;    /* NULL: not needed */
  GArray               *draws;          /* (element-type YsDraw) */
  GArray               *leaders;        /* (element-type YsStream) those that others keep to */
  GArray               *tosses;         /* (element-type YsStream) */
  GArray               *copulas;        /* (element-type YsCopula) */
  GArray               *constants;      /* (element-type double) one a register */
  GArray               *inputs;         /* (element-type YsProgramInput) (nullable): adjustable programs only */
  GPtrArray            *strings;        /* (element-type utf8) what the instructions name */
  GArray               *once;           /* (element-type YsInstruction) assumptions */
  GArray               *each;           /* (element-type YsInstruction) … for every period */
  YsRegister            period;         /* the number of the period itself */
  YsProgramAlternative *alternatives;
  gsize                 n_alternatives;
  gsize                 n_groups;
  gsize                 most_groups;    /* of one alternative */
  gsize                 n_shared;       /* registers of each space */
  gsize                 n_shared_each;
  gsize                 n_local;
  int                   baseline;
  double                tax_rate;
  YsLosses              losses;
  gsize                 delay_whole;    /* periods */
  double                delay_part;     /* share that falls one period later still */
  GStrv                 notes;
} YsProgram;

/* @pert_family: (nullable): one that another program has made, to be shared */
YsProgram *ys_program_new  (const YsScenario  *scenario,
                            guint64            seed,
                            const YsWhatIf    *what_if,
                            YsPertFamily      *pert_family,
                            GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/**
 * ys_program_new_adjustable:
 *
 * The same, but nothing that somebody estimated is worked out beforehand: every input, certain or drawn,
 * has an operation of its own that may be replaced by YS_CODE_HOLD. It draws what the plain one draws.
 */
YsProgram *ys_program_new_adjustable (const YsScenario  *scenario,
                                      guint64            seed,
                                      const YsWhatIf    *what_if,
                                      GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void       ys_program_free (YsProgram *program);

/* "Subscription: amount", translated; for sentences and for lists of inputs. */
char      *ys_program_name_field (const YsLine *line,
                                  YsField       field) G_GNUC_WARN_UNUSED_RESULT;

static inline gboolean
ys_register_exists (YsRegister self)
{
  return self.space != YS_SPACE_NONE;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsProgram, ys_program_free)

G_END_DECLS
