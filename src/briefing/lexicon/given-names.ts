import { wordSet } from './lexicon.ts'

/** Common given names, so that "he" and "she" find the right person. */
export const menNames =
  wordSet(`aaron abdul abdullah adam ahmed alan albert alejandro alex alexander alexei alfred ali allen andre
  andreas andrew andrei angelo anthony antonio antony arthur asif ashton barack barry ben benjamin benny bernard bernie bill billy bob bobby
  boris brad bradley brandon brendan brett brian bruce bryan carl carlos charles charlie chris christian christopher chuck clarence
  clint corey craig curtis dan daniel darren dave david dean denis dennis derek diego dmitry dominic don donald doug douglas
  dwight ed eddie eduardo edward edwin elliott emmanuel enrique eric erik ernest ethan eugene evan felipe felix fernando francis francisco
  francois frank franklin fred frederick gary gareth gavin geoffrey george gerald gerard giovanni giuseppe glen glenn gordon graham greg
  gregory guillermo gustavo guy hamid hans harold harry hassan hector henry herbert herman howard hugh hugo hussein ian ibrahim igor isaac ivan jack
  jacob jake jaime james jamie jared jason javier jay jean jeff jeffrey jeremy jerome jerry jesse jim jimmy joachim joaquin joe joel
  johan johannes john johnny jon jonathan jorge jose joseph josh joshua juan julian julio justin karl keith ken kenneth kevin khalid kurt kyle lance larry
  lars laurence lawrence lee leo leon leonard lewis lindsey liam lloyd louis lowell lucas luigi luis luke mahmoud manuel marc marco marcus mario mark
  martin marty marvin matt matteo matthew maurice max mauricio michael michel miguel mike mikhail mitch mitt mohamed mohammad mohammed muhammad morgan
  nathan neil newt nicholas nick nicolas nigel noah norman oleg oliver olaf omar oscar otto owen pablo paolo patrick paul paulo pedro pete peter phil
  philip philippe phillip pierre rafael ralph ramon randy rand raul ray raymond reggie reince ricardo richard rick rob robert roberto robin rod rodney roger roland
  ron ronald roy rudolph rudy rupert russell ryan salman sam samuel saad scott sean sebastian sergei sergey sergio seth shane shaun simon stanley stefan stephen
  steve steven stuart sylvester ted terrence terry theodore theresa-no thierry thomas tim timothy toby todd tom tomas tommy tony travis trey trevor troy tyler victor
  viktor vincent vladimir volodymyr wally walter warren wayne werner wilhelm will william willie wolf wolfgang xavier xi yusuf zachary jeb ben mahathir narendra
  shinzo imran recep jair jens klaus olivier gilles jacques luc alain guillaume yves rené andrés alberto ángel josé joão luís antónio rui nuno wim jan piet kees joost sven
  bjorn lukas moritz jürgen günter heinz horst dieter uwe ralf torsten stefano francesco lorenzo claudio massimo enzo gianni silvio romano sergio`)

export const womenNames =
  wordSet(`abigail adele agnes aisha alexandra alice alicia alison amanda amber amelia amy ana andrea angela angelina anita ann anna anne annie
  april arlene ashley barbara beatrice becky bella beth betty beverly brenda brittany camilla candice carla carly carol carolina caroline carolyn carrie catherine
  cathy cecilia celine charlotte chelsea cheryl christina christine cindy claire clara claudia colleen condoleezza connie courtney crystal cynthia dana
  danielle dawn debbie deborah debra denise diana diane dolores donna doris dorothy edith eileen elaine eleanor elena elisabeth elise elizabeth ella ellen emily emma
  erica erin esther eva evelyn fatima fiona florence frances gabriela gabrielle gail gemma georgia gennifer gina glenda gloria grace greta gwen hannah harriet hazel
  heather heidi helen helena hillary hope ingrid irene iris isabel isabella ivanka jackie jacqueline jan jane janet janice jean jeanette jeanne jenna jennifer jenny
  jessica jill jo joan joanna joanne jocelyn josephine joy joyce juanita judith judy julia juliana julie june kamala karen kate katherine kathleen kathryn kathy katie katy kayleigh
  keisha kellyanne kelly kim kirsten kirstjen kristen kristin laura lauren leah lena leslie lillian linda lisa liz lois loretta lorraine louise lucia lucy lydia lynn madeleine
  madison maggie marcia margaret maria marie marilyn marina marion marjorie marta martha mary maureen megan meghan melania melanie melissa meredith michele michelle mildred
  miriam molly monica myra nadia nancy naomi natalia natalie natasha nicola nicole nikki nina nora norma olga olivia pamela patricia patty paula pauline peggy penelope penny phyllis
  priscilla priti rachel rebecca regina renee rhonda rita roberta rosa rose rosemary roxanne ruth sabrina sally samantha sandra sara sarah shannon sharon sheila shelby shirley
  silvia simone sofia sonia sophia sophie stacy stella stephanie susan susanna suzanne sylvia tamara tammy tanya tara teresa theresa tiffany tina tracy ursula valerie vanessa vera
  veronica vicki victoria violet virginia vivian wanda wendy whitney yolanda yvonne zoe annalena annegret ilse sabine petra monika birgit ségolène marine valérie nathalie sylvie
  isabelle brigitte chantal mercedes pilar carmen inés lucía giorgia chiara francesca elisa beatriz inês catarina marieke sanne femke anouk`)
